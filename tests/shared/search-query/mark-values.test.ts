import { describe, expect, it } from 'vitest'
import { describeMark, findMarkTest } from '#shared/search-query/mark-values.ts'
import { interpretQuery } from '#shared/search-query/interpret-query.ts'
import { parseQuery } from '#shared/search-query/parse-query.ts'
import { toggleField } from '#shared/search-query/toggle-field.ts'

const interpret = (query: string) => interpretQuery(parseQuery(query))

describe('findMarkTest', () => {
  it.each([
    ['colour', 'Yellow', 'yellow'],
    ['colour', 'red', undefined],
    ['colour', 'open', undefined],
    ['is', 'ORPHAN', 'orphan'],
    ['is', 'orphaned', 'orphan'],
    ['is', 'changed', 'unsure'],
    ['is', 'exact', undefined],
    ['is', 'yellow', undefined],
  ] as const)('reads %s:%s as %s', (field, text, value) => {
    expect(findMarkTest(field, text)?.value).toBe(value)
  })
})

describe('describeMark', () => {
  it('speaks of colours as one does', () => {
    expect(describeMark({ field: 'colour', value: 'orange' }).some).toBe('an orange highlight')
    expect(describeMark({ field: 'colour', value: 'blue' }).none).toBe('no blue highlight')
  })
})

describe('interpretQuery', () => {
  it.each([
    ['colour:yellow', 'has a yellow highlight'],
    ['color:yellow', 'has a yellow highlight'],
    ['-is:orphan', 'has no mark without its words'],
    ['is:open OR is:unsure', 'has an annotation that is open or a mark to confirm'],
    ['is:moved fuel', 'has a mark that moved, and text has “fuel”'],
  ])('says of %s that an event %s', (query, interpreted) => {
    expect(interpret(query).interpreted).toBe(interpreted)
  })

  it.each(['is:exact', 'colour:red'])('searches %s as text, and says so', (query) => {
    const [part] = interpret(query).parts
    expect(part?.warning).toContain('it was searched as text')
    expect(part?.text).toMatch(/^text has/u)
  })
})

describe('toggleField', () => {
  it('takes a colour out that is there in other words', () => {
    expect(toggleField('fuel COLOR:Yellow', 'colour', 'yellow', 'include')).toBe('fuel')
    expect(toggleField('fuel', 'is', 'open', 'include')).toBe('fuel is:open')
  })
})
