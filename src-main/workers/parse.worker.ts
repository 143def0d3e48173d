import { parentPort } from 'node:worker_threads'
import { isIndexPath, withoutPageExtension } from '../archive/archive-path.ts'
import { readPathDate } from '../archive/page-date.ts'
import { parsePage } from '../archive/parse-page.ts'
import { readPage } from '../archive/read-page.ts'
import type { ReaderRequest } from '../index/import/messages.ts'
import { ReaderService } from '../index/import/reader-service.ts'

const service = new ReaderService({
  readPage,
  parsePage,
  isIndexPath,
  withoutPageExtension,
  readPathDate,
})

parentPort?.on('message', (request: ReaderRequest) => {
  parentPort?.postMessage(service.answer(request))
})
