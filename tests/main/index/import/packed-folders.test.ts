import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FolderRequest } from '../../../../src-main/index/import/messages.ts'
import { packFolders, unpackFolders } from '../../../../src-main/index/import/packed-folders.ts'

const text = fc.string({ unit: 'binary', maxLength: 8 })

const folders: fc.Arbitrary<FolderRequest> = fc.record({
  isLast: fc.boolean(),
  pages: fc.array(
    fc.record({
      pageId: fc.nat(),
      key: text,
      file: fc.record({
        path: text,
        openPath: fc.option(text),
        sizeBytes: fc.nat(),
        mtimeMs: fc.double({ min: 0, max: 2e12, noNaN: true }),
      }),
      hash: fc.option(text),
      reason: fc.constantFrom('changed', 'again', 'context'),
      isForced: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
})

describe('unpackFolders', () => {
  it('gives back what packFolders was given, on the other side of a message', () => {
    fc.assert(
      fc.property(fc.array(folders, { maxLength: 4 }), (list) => {
        expect(unpackFolders(structuredClone(packFolders(list)))).toEqual(list)
      }),
    )
  })
})
