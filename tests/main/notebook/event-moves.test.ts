import { describe, expect, it } from 'vitest'
import { resolveMoves } from '../../../src-main/notebook/event-moves.ts'
import { event } from './make-notebook.ts'

/** "a→b b→c": where each event is at last. */
function resolve(text: string): string {
  const moves = text.split(' ').map((move) => {
    const [from = '', to = ''] = move.split('→')
    return { from, to: event(to) }
  })
  return [...resolveMoves(moves)].map(([from, to]) => `${from}→${to.id}`).join(' ')
}

describe('resolveMoves', () => {
  it.each([
    ['takes each move', 'a→b c→d', 'a→b c→d'],
    ['follows an event that was moved on', 'a→b b→c c→d', 'a→d b→d c→d'],
    ['takes the last of two moves of one event', 'a→b a→c', 'a→c'],
    ['lets two events become one', 'a→c b→c', 'a→c b→c'],
    ['leaves out what stays where it is', 'a→a', ''],
    ['leaves out a circle and what leads into it', 'x→a a→b b→a c→d', 'c→d'],
  ])('%s', (_name, moves, resolved) => {
    expect(resolve(moves)).toBe(resolved)
  })

  it('takes words of the language for ids', () => {
    expect(resolve('__proto__→constructor')).toBe('__proto__→constructor')
  })
})
