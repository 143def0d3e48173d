import { describe, expect, it } from 'vitest'
import { nameMark } from '../../../src-renderer/components/marks/name-mark.ts'
import type { TextSelector } from '#shared/notebook.ts'

const selector = { exact: 'little fuel' } as TextSelector

describe('nameMark', () => {
  it.each([
    [
      { colour: 'orange', note: 'How?', selector },
      'Mark 1 of 2, orange, with a note: “little fuel”',
    ],
    [{ colour: 'blue', note: ' ', selector }, 'Mark 1 of 2, blue: “little fuel”'],
    [
      { colour: null, note: 'a', selector },
      'Mark 1 of 2, without a colour, with a note: “little fuel”',
    ],
  ] as const)('tells of %j', (annotation, name) => {
    expect(nameMark(annotation, 1, 2)).toBe(name)
  })
})
