import { describe, expect, it } from 'vitest'
import { listChangedIds } from '../../../src-main/notebook/list-changed-ids.ts'

describe('listChangedIds', () => {
  it('names what was changed, added or taken away', () => {
    const before = [{ id: 'same', tags: ['x'] }, { id: 'changed', tags: ['x'] }, { id: 'gone' }]
    const after = [{ id: 'new' }, { id: 'changed', tags: ['y'] }, { id: 'same', tags: ['x'] }]
    expect([...listChangedIds(before, after)].sort()).toEqual(['changed', 'gone', 'new'])
    expect(listChangedIds(null, undefined).size).toBe(0)
  })
})
