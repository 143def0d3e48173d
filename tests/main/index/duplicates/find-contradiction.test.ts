import { describe, expect, it } from 'vitest'
import { contradict } from '../../../../src-main/index/duplicates/find-contradiction.ts'
import { readWords } from '../../../../src-main/index/duplicates/read-words.ts'
import { WordArena } from '../../../../src-main/index/duplicates/word-arena.ts'
import { sliceWords } from '../../../../src-main/index/duplicates/wording.ts'

function read(text: string) {
  const arena = new WordArena(16)
  readWords(text, arena)
  return sliceWords(arena, 0, arena.length)
}

const isName = () => true
const tell = (first: string, second: string, isLater = false) =>
  contradict(read(first), read(second), read(first), read(second), isName, isLater)

describe('contradict', () => {
  it.each([
    ['the port of Kiel', 'the port of Bremen'],
    ['in Kiel on Monday', 'in Kiel on Friday'],
    ['12 ships wait', '13 ships wait'],
    ['two ships wait', '3 ships wait'],
    ['game 1 ends 3–1', 'game 2 ends 3–1'],
    ['the port beats Kiel, says Kiel', 'the port beats Bremen, says Kiel'],
    ['today Kiel defeats Bremen', 'today Bremen defeats Kiel'],
    ['with 2–1', 'with 1–2'],
    ['with 12 dead and 30 hurt', 'with 30 dead and 12 hurt'],
    ['a letter from New Kiel to Old Bremen', 'a letter from Old Bremen to New Kiel'],
  ])('finds one between “%s” and “%s”', (first, second) => {
    expect(tell(first, second)).toBe(true)
    expect(tell(second, first)).toBe(true)
  })

  it.each([
    ['the port of Kiel', 'the port of Kiel in Germany'],
    ['ships wait', '12 ships wait'],
    ['in Kiel the Port Office defeats Bremen', 'the Port Office defeats Bremen in Kiel'],
    ['the US talks to Kiel', 'the United States talks to Kiel'],
    ['the U.S. and the UN', 'the United States and the United Nations'],
    ['a ship sinks', 'a vessel goes down'],
  ])('finds none between “%s” and “%s”', (first, second) => {
    expect(tell(first, second)).toBe(false)
    expect(tell(second, first)).toBe(false)
  })

  it('takes a number that was added on another day for news', () => {
    expect(tell('ships wait', '12 ships wait', true)).toBe(true)
  })

  it('looks for what a headline lacks in the rest of the report', () => {
    const [first, second] = [read('a strike in Kiel'), read('a strike in Holstein')]
    const wholes = [read('a strike in Kiel Holstein'), read('a strike in Holstein')] as const
    expect(contradict(first, second, first, second, isName, false)).toBe(true)
    expect(contradict(first, second, ...wholes, isName, false)).toBe(false)
  })

  it('takes no word for a name that usually stands without a capital', () => {
    const words = [read('a Strike in Kiel'), read('a Flood in Kiel')] as const
    expect(contradict(...words, ...words, isName, false)).toBe(true)
    expect(contradict(...words, ...words, () => false, false)).toBe(false)
  })
})
