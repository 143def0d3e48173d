import { describe, expect, it } from 'vitest'
import { cleanTagName, listNewNames } from '../../../src-main/notebook/rename-tag.ts'

describe('listNewNames', () => {
  const names = (list: string[], from: string, to: string) =>
    Object.fromEntries(listNewNames(list, from, to))

  it('renames a tag and those below it, and no other that begins alike', () => {
    expect(names(['a', 'A/b', 'ab', 'x/a'], 'a', 'c')).toEqual({ a: 'c', 'A/b': 'c/b' })
  })

  it('moves a tag below itself or above', () => {
    expect(names(['a', 'a/b'], 'a', 'a/b')).toEqual({ a: 'a/b', 'a/b': 'a/b/b' })
    expect(names(['a/b', 'a/b/c'], 'a/b', 'a')).toEqual({ 'a/b': 'a', 'a/b/c': 'a/c' })
  })

  it('writes a name as it is written where it is in use', () => {
    expect(names(['a', 'a/x', 'War', 'War/X'], 'a', 'war')).toEqual({ a: 'War', 'a/x': 'War/X' })
    expect(names(['a', 'War/peace'], 'a', 'war/Peace/end')).toEqual({ a: 'War/peace/end' })
  })

  it('writes a name as it is given where only its case changes', () => {
    expect(names(['war', 'War'], 'war', 'WAR')).toEqual({ war: 'WAR', War: 'WAR' })
  })
})

describe('cleanTagName', () => {
  it('cleans like any tag', () => {
    expect(cleanTagName(' #a/ b\n')).toBe('a/ b')
  })
})
