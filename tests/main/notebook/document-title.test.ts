import { describe, expect, it } from 'vitest'
import { titleDocument } from '../../../src-main/notebook/document-title.ts'

describe('titleDocument', () => {
  it.each([
    ['annotations/2008-06.json', null, 'Notes on June 2008'],
    ['annotations/2008.json', null, 'Notes on 2008'],
    ['annotations/undated.json', null, 'Notes on undated events'],
    ['annotations/2008-06.sync-conflict-20260603-140512-ABCDEFG.json', null, 'Notes on June 2008'],
    ['collections/six-party-talks-1a2b3c4d.json', 'Six-party talks', 'Six-party talks'],
    ['collections/six-party-talks-1a2b3c4d.json', null, 'six party talks'],
    ['notebook.json', null, 'Which archive this notebook belongs to'],
    ['tags.json', null, 'Colours of tags'],
  ])('calls %s with a record named %s “%s”', (document, name, title) => {
    expect(titleDocument(document, name)).toBe(title)
  })
})
