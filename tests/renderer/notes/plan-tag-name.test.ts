import { describe, expect, it } from 'vitest'
import { planTagName } from '../../../src-renderer/components/notes/plan-tag-name.ts'

const TAGS = [
  { tag: 'aid', count: 3, colour: null },
  { tag: 'aid/fuel', count: 2, colour: null },
  { tag: 'help', count: 4, colour: null },
]

describe('planTagName', () => {
  it('tells how many notes and which tags below are renamed', () => {
    expect(planTagName(TAGS, 'aid', ' relief ')).toEqual({
      name: 'relief',
      kind: 'rename',
      count: 3,
      there: 0,
      below: 1,
    })
  })

  it('tells that two tags would become one', () => {
    expect(planTagName(TAGS, 'aid', 'help')).toMatchObject({ kind: 'merge', there: 4 })
  })

  it('refuses to put a tag below itself', () => {
    expect(planTagName(TAGS, 'aid', 'aid/all').kind).toBe('inside')
  })

  it('does nothing for the same name, a blank or slashes alone', () => {
    for (const typed of ['aid', ' aid/ ', '', ' / ']) {
      expect(planTagName(TAGS, 'aid', typed).kind).toBe('same')
    }
  })
})
