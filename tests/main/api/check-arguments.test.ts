import { describe, expect, it } from 'vitest'
import type { MainApi } from '#shared/contract.ts'
import { CALL_SCHEMAS } from '../../../src-main/api/call-schemas.ts'
import { checkArguments } from '../../../src-main/api/check-arguments.ts'

/** Answers every call with what it was given. */
const echo = Object.fromEntries(
  Object.keys(CALL_SCHEMAS).map((name) => [
    name,
    (...args: unknown[]) => Promise.resolve({ name, args }),
  ]),
) as unknown as MainApi

const api = checkArguments(echo) as unknown as Record<
  string,
  (...args: unknown[]) => Promise<unknown>
>

const SEARCH = { query: 'a', sort: 'date', isFolded: false, offset: 0, limit: 100 }

describe('checkArguments', () => {
  it('hands on what is valid', async () => {
    await expect(api['search']!(SEARCH)).resolves.toEqual({ name: 'search', args: [SEARCH] })
    await expect(api['listAnnotations']!(null)).resolves.toMatchObject({ args: [null] })
  })

  it.each([
    ['search', [{ ...SEARCH, limit: 501 }]],
    ['search', [{ ...SEARCH, limit: -1 }]],
    ['search', [{ ...SEARCH, offset: 0.5 }]],
    ['search', [{ ...SEARCH, sort: 'random' }]],
    ['search', [{ ...SEARCH, extra: 1 }]],
    ['search', [{ ...SEARCH, query: 'x'.repeat(10_001) }]],
    ['search', []],
    ['openArchive', ['']],
    ['openArchive', [{ path: '/' }]],
    ['getAppState', ['unasked']],
    ['setLayout', ['pane', Number.NaN]],
    ['addToCollection', ['id', 'not a list']],
    ['listDays', [2008, 13]],
    ['previewExport', ['id', { layout: 'zip' }]],
  ])('refuses %s with %j', async (name, args) => {
    await expect(api[name]!(...args)).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' })
  })

  it('names the argument that is wrong', async () => {
    await expect(api['search']!({ ...SEARCH, limit: 0 })).rejects.toThrow(
      'search: argument 0.limit',
    )
  })
})
