import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DigestedEvent, DigestedPage } from '../../../../src-main/index/import/messages.ts'
import { packPages, unpackPages } from '../../../../src-main/index/import/packed-pages.ts'

const text = fc.string({ unit: 'binary', maxLength: 8 })
const maybe = fc.option(text)
const count = fc.nat({ max: 2 ** 32 - 1 })
const block = fc.uint8Array({ maxLength: 24 })

const events: fc.Arbitrary<DigestedEvent> = fc.record({
  date: maybe,
  title: text,
  topic: maybe,
  summary: text,
  body: maybe,
  tags: maybe,
  dayPageId: fc.option(count.map((id) => id + 1)),
  entities: block,
  hosts: block,
  links: block,
  unresolved: fc.array(fc.record({ position: count, key: text, title: text }), { maxLength: 3 }),
  sources: text,
  sourceNames: text,
  revisions: fc.array(
    fc.record({ target: fc.option(count), key: text, title: text, time: maybe, label: maybe }),
    { maxLength: 2 },
  ),
})

const pages: fc.Arbitrary<DigestedPage> = fc.record({
  pageId: count,
  outcome: fc.constantFrom('event', 'day', 'copy', 'failed', 'same'),
  reason: fc.constantFrom('changed', 'again', 'context'),
  isUnchanged: fc.boolean(),
  sizeBytes: count,
  mtimeMs: fc.double({ min: 0, max: 2e12, noNaN: true }),
  hash: maybe,
  event: fc.option(events),
  problems: fc.array(
    fc.record({ path: text, code: fc.constantFrom('PAGE_EMPTY', 'PAGE_BINARY'), message: text }),
    { maxLength: 2 },
  ),
})

describe('unpackPages', () => {
  it('gives back what packPages was given, on the other side of a message', () => {
    fc.assert(
      fc.property(fc.array(pages, { maxLength: 12 }), (list) => {
        expect(unpackPages(structuredClone(packPages(list)))).toEqual(list)
      }),
    )
  })
})
