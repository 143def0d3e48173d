import { describe, expect, it } from 'vitest'
import { LINKED_EVENTS, STORM, TREATY } from './linked-events.ts'
import { useIndex } from './use-index.ts'

describe('copyEvents', () => {
  it('copies what the notebook keeps, in the order asked for, without those that are not there', () => {
    const { query } = useIndex(LINKED_EVENTS)
    expect(query.copyEvents([STORM, 'nowhere', `${TREATY}.md`])).toEqual([
      { id: STORM, date: '2008-06-07', title: 'Storm closes the ports', text: '' },
      {
        id: TREATY,
        date: '2008-06-06',
        title: 'Ministers sign a river treaty',
        text: 'First paragraph.\n\nSecond paragraph.',
      },
    ])
  })
})
