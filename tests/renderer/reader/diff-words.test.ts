import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffWords } from '../../../src-renderer/components/reader/diff-words.ts'

function show(before: string, after: string): string {
  const signs = { same: '', removed: '-', added: '+' }
  return diffWords(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : `[${signs[kind]}${text}]`))
    .join('')
}

describe('diffWords', () => {
  it('marks the words that were put in place of others', () => {
    expect(show('Talks fail in Oslo', 'Talks resume in Oslo')).toBe(
      'Talks [-fail][+resume] in Oslo',
    )
  })

  it('compares a script without spaces character by character', () => {
    expect(show('首相访问法国', '首相访问德国')).toBe('首相访问[-法][+德]国')
    expect(show('ソウルで会談', 'ソウルで再会談')).toBe('ソウルで[+再]会談')
  })

  it('shows several words put in place of others as one change', () => {
    expect(show('The two sides met in Oslo', 'The three parties met in Oslo')).toBe(
      'The [-two sides][+three parties] met in Oslo',
    )
  })

  it('is one run where nothing changed', () => {
    expect(diffWords(' The same ', 'The same')).toEqual([{ kind: 'same', text: 'The same' }])
  })

  it('finds the one change in a long text', () => {
    const long = 'word '.repeat(2000)
    expect(show(`${long}old ${long}`, `${long}new ${long}`)).toBe(
      `${long}[-old][+new] ${long.trimEnd()}`,
    )
  })

  it('compares texts that differ throughout and are far too long as a whole', () => {
    const runs = diffWords('one '.repeat(2000), 'other '.repeat(2000))
    expect(runs.map(({ kind }) => kind)).toEqual(['removed', 'added'])
  })

  it('holds both wordings, whatever they are', () => {
    const words = fc.array(fc.constantFrom('aid', 'talks', 'Oslo', '，', '法国', '\u202e'))
    fc.assert(
      fc.property(words, words, (old, now) => {
        const [before, after] = [old.join(' '), now.join(' ')]
        const runs = diffWords(before, after)
        const join = (kind: string) =>
          runs
            .filter((run) => run.kind === 'same' || run.kind === kind)
            .map(({ text }) => text)
            .join('')
        expect(join('removed')).toBe(before.trim())
        expect(join('added')).toBe(after.trim())
      }),
    )
  })
})
