import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { foldText } from '../../../src-main/index/fold-text.ts'
import { entityToken, hostToken } from '../../../src-main/index/identity-token.ts'
import { SCHEMA } from '../../../src-main/index/schema.ts'

/** Index a text under entities and under sources, and count what a question finds. */
function countMatches(entities: string, sources: string, question: string): unknown {
  const database = new DatabaseSync(':memory:')
  database.exec(SCHEMA)
  database
    .prepare('INSERT INTO event_text (rowid, entities, sources) VALUES (1, ?, ?)')
    .run(entities, sources)
  const sql = 'SELECT count(*) AS found FROM event_text WHERE event_text MATCH ?'
  const found = database.prepare(sql).get(question)?.['found']
  database.close()
  return found
}

describe.each([
  ['entityToken', entityToken],
  ['hostToken', hostToken],
])('%s', (_name, toToken) => {
  it('is one word of the text index that no other row id has', () => {
    const words = `japan ${toToken(35)} north korea ${toToken(36)}`
    for (const [id, found] of [
      [35, 1],
      [36, 1],
      [1, 0],
      [3, 0],
      [1260, 0],
    ] as const) {
      expect([id, countMatches(words, '', `entities : "${toToken(id)}"`)]).toEqual([id, found])
    }
  })

  it('lets no phrase span two names', () => {
    const words = `japan ${toToken(35)} north korea ${toToken(36)}`
    expect(countMatches(words, '', '"japan north"')).toBe(0)
    expect(countMatches(words, '', '"north korea"')).toBe(1)
  })

  it('stays what it is when it is folded', () => {
    expect(foldText(toToken(123_456))).toBe(toToken(123_456))
  })
})

describe('entityToken and hostToken', () => {
  it('stand in columns of their own, so that equal row ids do not meet', () => {
    expect(countMatches(entityToken(7), '', `sources : "${hostToken(7)}"`)).toBe(0)
    expect(countMatches('', hostToken(7), `sources : "${hostToken(7)}"`)).toBe(1)
  })
})
