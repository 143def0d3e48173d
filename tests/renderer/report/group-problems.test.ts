import { describe, expect, it } from 'vitest'
import type { Problem } from '#shared/problem.ts'
import {
  filterProblems,
  formatProblems,
  groupProblems,
} from '../../../src-renderer/components/report/group-problems.ts'

const PROBLEMS: Problem[] = [
  { path: 'news/2008/a.md', code: 'PAGE_EMPTY', message: 'The page is empty.' },
  { path: 'news/2008/pipe.md', code: 'PAGE_NOT_REGULAR', message: 'A pipe, not a file.' },
  { path: 'news/2009/b.md', code: 'PAGE_EMPTY', message: 'The page\tis\nempty.' },
]

describe('filterProblems', () => {
  it('wants every word in the path, code or message', () => {
    expect(filterProblems(PROBLEMS, 'EMPTY 2009')).toEqual([PROBLEMS[2]])
    expect(filterProblems(PROBLEMS, ' ')).toEqual(PROBLEMS)
  })
})

describe('groupProblems', () => {
  it('lists the problems of each code under it, in the order of the codes', () => {
    expect(groupProblems(PROBLEMS, new Set())).toEqual([
      { kind: 'group', code: 'PAGE_NOT_REGULAR', count: 1, isOpen: true },
      { kind: 'problem', problem: PROBLEMS[1] },
      { kind: 'group', code: 'PAGE_EMPTY', count: 2, isOpen: true },
      { kind: 'problem', problem: PROBLEMS[0] },
      { kind: 'problem', problem: PROBLEMS[2] },
    ])
  })

  it('counts but does not list the problems of a closed group', () => {
    expect(groupProblems(PROBLEMS, new Set(['PAGE_EMPTY'])).at(-1)).toEqual({
      kind: 'group',
      code: 'PAGE_EMPTY',
      count: 2,
      isOpen: false,
    })
  })
})

describe('formatProblems', () => {
  it('writes one line for each, whatever its message holds', () => {
    expect(formatProblems(PROBLEMS.slice(1))).toBe(
      'PAGE_NOT_REGULAR\tnews/2008/pipe.md\tA pipe, not a file.\n' +
        'PAGE_EMPTY\tnews/2009/b.md\tThe page is empty.',
    )
  })
})
