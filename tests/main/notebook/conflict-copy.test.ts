import { describe, expect, it } from 'vitest'
import { conflictedDocument } from '../../../src-main/notebook/conflict-copy.ts'

describe('conflictedDocument', () => {
  it.each([
    ['2008-06.sync-conflict-20260603-140512-ABCDEFG.json', '2008-06.json'],
    ['six-party-1a2b3c4d.sync-conflict-20260603-140512.json', 'six-party-1a2b3c4d.json'],
    ['2008-06 (conflicted copy 2026-06-03 140512).json', '2008-06.json'],
  ])('tells whose other version %s is', (fileName, document) => {
    expect(conflictedDocument(fileName)).toBe(document)
  })

  it.each(['2008-06.json', '2008-06.json.damaged-2026-06-03T14-05-12Z', 'sync-conflict.json'])(
    'takes %s for none',
    (fileName) => {
      expect(conflictedDocument(fileName)).toBeNull()
    },
  )
})
