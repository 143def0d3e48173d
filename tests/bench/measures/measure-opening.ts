import { openArchiveFolder } from '../../../src-main/archive/open-archive.ts'
import { openQueryClient } from '../../../src-main/index/query-client.ts'

/**
 * Open an archive that has an index, as the app does before it looks for changes: the folder is
 * judged, the query worker starts and answers with the first page of the list.
 *
 * @returns milliseconds until that answer is there.
 */
export async function measureOpening(options: {
  archive: string
  indexPath: string
  queryWorkerUrl: URL
}): Promise<number> {
  const { archive, indexPath, queryWorkerUrl } = options
  const startedMs = performance.now()
  await openArchiveFolder(archive)
  const client = openQueryClient({ indexPath, workerUrl: queryWorkerUrl })
  try {
    const request = { query: '', sort: 'date', isFolded: false, offset: 0, limit: 100 } as const
    const { total } = await client.search(request)
    if (total === 0) throw new Error('The archive was opened, but nothing is listed.')
    return performance.now() - startedMs
  } finally {
    await client.close()
  }
}
