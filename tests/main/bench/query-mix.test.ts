import { describe, expect, it } from 'vitest'
import { Random } from '../../bench/archive/random.ts'
import { makeVocabulary } from '../../bench/archive/vocabulary.ts'
import { queryMix } from '../../bench/measures/query-mix.ts'

const TITLES = ['Tara moves, with three ships, to the north.', 'Nobody knows why it rains there.']

describe('queryMix', () => {
  const vocabulary = makeVocabulary(1)
  const makeMix = () =>
    queryMix({
      vocabulary,
      titles: TITLES,
      years: [2008, 2010],
      tags: ['aid'],
      random: new Random(1),
    })
  const mix = makeMix()

  it('is the same for the same seed', () => {
    expect(makeMix()).toEqual(mix)
  })

  it('asks as often for each kind, in an order that mixes them', () => {
    const counts = new Map<string, number>()
    for (const { kind } of mix) counts.set(kind, (counts.get(kind) ?? 0) + 1)
    expect(new Set(counts.values()).size).toBe(1)
    expect(new Set(mix.slice(0, 20).map(({ kind }) => kind)).size).toBeGreaterThan(5)
  })

  it('asks for years that the archive has', () => {
    const years = mix.flatMap(({ query }) => /date:(\d{4})/.exec(query)?.[1] ?? [])
    expect(years.length).toBeGreaterThan(0)
    for (const year of years) expect(['2008', '2009', '2010']).toContain(year)
  })

  it('asks over a thousand questions', () => {
    expect(mix.length).toBeGreaterThan(1000)
  })

  it('takes phrases from the headlines, without their punctuation', () => {
    const phrases = mix.filter(({ kind }) => kind === 'phrases').map(({ query }) => query)
    const plain = TITLES.map((title) => title.replace(/[,.]/g, '')).join(' ')
    for (const phrase of phrases) expect(plain).toContain(phrase.slice(1, -1))
  })
})
