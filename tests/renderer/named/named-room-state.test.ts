import { describe, expect, it } from 'vitest'
import {
  type NamedRoomFacts,
  namedRoomState,
} from '../../../src-renderer/components/named/named-room-state.ts'

type Changes = Partial<Omit<NamedRoomFacts, 'list'>> & Partial<NamedRoomFacts['list']>

function stateWith({ id = null, hasRecord = false, isGone = false, ...list }: Changes) {
  const facts = { isLoaded: true, count: 2, error: null, ...list }
  return namedRoomState({ id, hasRecord, isGone, list: facts })
}

describe('namedRoomState', () => {
  it.each<[string, Changes, string]>([
    ['the record that is open, whatever else', { id: '1', hasRecord: true, error: 'no' }, 'open'],
    ['why the list cannot be read', { error: new Error('no'), count: 0 }, 'failed'],
    ['that a record is gone', { id: '1', isGone: true }, 'gone'],
    ['that there is none yet', { count: 0 }, 'empty'],
    ['that none is chosen', {}, 'choose'],
    ['nothing while the list is read', { isLoaded: false, count: 0 }, 'reading'],
    ['nothing while the record is read', { id: '1' }, 'reading'],
  ])('is %s', (_, changes, state) => {
    expect(stateWith(changes)).toBe(state)
  })
})
