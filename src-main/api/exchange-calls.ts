import type { MainApi } from '#shared/contract.ts'
import type { ArchiveSession } from '../archive-session.ts'
import { safeFileName } from '../export/safe-file-name.ts'
import type { Desktop } from './desktop.ts'

type ExchangeCalls = Pick<MainApi, 'exportAnnotations' | 'importAnnotations' | 'mergeNotebook'>

/** Calls that take annotations out of the notebook and bring others in. */
export function exchangeCalls(session: ArchiveSession, desktop: Desktop): ExchangeCalls {
  return {
    async exportAnnotations() {
      const { archive, exchange } = session.workspace
      const name = safeFileName(`Annotations of ${archive.name}`)
      const path = await desktop.chooseNewFile(`${name}.jsonld`)
      // The system's dialog has asked about a file that exists.
      return path === null ? null : await exchange.write(path, true)
    },
    async importAnnotations() {
      const { exchange } = session.workspace
      const path = await desktop.chooseAnnotationFile()
      return path === null ? null : await exchange.read(path)
    },
    async mergeNotebook() {
      const { exchange } = session.workspace
      const folder = await desktop.chooseFolder('merge')
      return folder === null ? null : await exchange.merge(folder)
    },
  }
}
