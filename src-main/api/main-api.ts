import type { MainApi } from '#shared/contract.ts'
import type { ArchiveSession } from '../archive-session.ts'
import type { Settings } from '../settings.ts'
import { annotationCalls } from './annotation-calls.ts'
import { annotationSearchCalls } from './annotation-search-calls.ts'
import { appCalls } from './app-calls.ts'
import { backupCalls } from './backup-calls.ts'
import { browseCalls } from './browse-calls.ts'
import { checkArguments } from './check-arguments.ts'
import { claimCalls } from './claim-calls.ts'
import type { Desktop } from './desktop.ts'
import { exchangeCalls } from './exchange-calls.ts'
import { exportCalls } from './export-calls.ts'
import { notebookCalls } from './notebook-calls.ts'
import { savedSearchCalls } from './saved-search-calls.ts'
import { tagCalls } from './tag-calls.ts'
import { trashCalls } from './trash-calls.ts'

/** All that the window may ask for, arguments checked. */
export function mainApi(session: ArchiveSession, settings: Settings, desktop: Desktop): MainApi {
  return checkArguments({
    ...appCalls(session, settings, desktop),
    ...backupCalls(session, settings, desktop),
    ...browseCalls(session),
    ...notebookCalls(session),
    ...annotationCalls(session),
    ...annotationSearchCalls(session),
    ...tagCalls(session),
    ...trashCalls(session),
    ...savedSearchCalls(session),
    ...claimCalls(session, desktop),
    ...exportCalls(session, desktop),
    ...exchangeCalls(session, desktop),
  })
}
