import type { MainApi } from '#shared/contract.ts'
import type { ArchiveSession } from '../archive-session.ts'
import type { Settings } from '../settings.ts'
import { appCalls } from './app-calls.ts'
import { browseCalls } from './browse-calls.ts'
import { checkArguments } from './check-arguments.ts'
import type { Desktop } from './desktop.ts'
import { exportCalls } from './export-calls.ts'
import { notebookCalls } from './notebook-calls.ts'
import { savedSearchCalls } from './saved-search-calls.ts'

/** All that the window may ask for, arguments checked. */
export function mainApi(session: ArchiveSession, settings: Settings, desktop: Desktop): MainApi {
  return checkArguments({
    ...appCalls(session, settings, desktop),
    ...browseCalls(session),
    ...notebookCalls(session),
    ...savedSearchCalls(session),
    ...exportCalls(session, desktop),
  })
}
