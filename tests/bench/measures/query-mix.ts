import type { SearchSort } from '#shared/search.ts'
import type { Random } from '../archive/random.ts'
import { type Vocabulary, capitalise } from '../archive/vocabulary.ts'

/** A question of the mix. */
export interface MixedQuery {
  kind: string
  query: string
  sort: SearchSort
}

/** With 23 kinds, a little over a thousand questions. */
const PER_KIND = 44

/**
 * The fixed mix: as many questions of each kind, in an order that mixes the kinds.
 *
 * @param options.titles - Headlines of the archive, for phrases that it holds.
 * @param options.years - The first and the last year of its events.
 */
export function queryMix(options: {
  vocabulary: Vocabulary
  titles: string[]
  years: [first: number, last: number]
  /** Tags of the notebook. */
  tags: string[]
  random: Random
}): MixedQuery[] {
  const { vocabulary, titles, years, tags, random } = options
  const { words, entities, outlets, chineseWords, firstChineseEntity } = vocabulary
  const common = () => itemAt(words, random.below(30))
  const middling = () => itemAt(words, random.between(100, 2000))
  const rare = () => itemAt(words, random.between(20_000, Math.max(20_000, words.length - 1)))
  const chinese = (length: number) => {
    const ofLength = chineseWords.slice(0, 4000).filter((word) => word.length === length)
    return ofLength.length === 0 ? '' : random.pick(ofLength)
  }
  const year = () => random.between(years[0], years[1])
  const month = () => `${year()}-${String(random.between(1, 12)).padStart(2, '0')}`
  const commonEntity = () => `entity:"${itemAt(entities, random.below(30))}"`
  const rareEntity = () => {
    const place = random.between(1000, Math.max(1000, firstChineseEntity - 1))
    return `entity:"${itemAt(entities, place)}"`
  }
  const kinds: [kind: string, make: (index: number) => string][] = [
    ['commonest words', (index) => itemAt(words, index)],
    ['middling words', middling],
    ['rare words', rare],
    ['words by relevance', (index) => (index % 2 === 0 ? common() : middling())],
    ['phrases', () => pickPhrase(random, titles)],
    ['prefixes of 1 letter', (index) => `${itemAt(words, index).slice(0, 1)}*`],
    ['prefixes of 2 or 3 letters', (index) => `${middling().slice(0, index % 2 === 0 ? 2 : 3)}*`],
    ['two words', (index) => `${common()} ${index % 2 === 0 ? common() : middling()}`],
    ['either word', () => `${common()} OR ${middling()}`],
    ['entity', (index) => (index % 2 === 0 ? commonEntity() : rareEntity())],
    ['source', (index) => `source:${itemAt(outlets, index * 9).host}`],
    ['date', (index) => (index % 2 === 0 ? `date:${month()}` : `before:${year() + 1}`)],
    ['word, entity and date', () => `${common()} ${commonEntity()} after:${year()}`],
    ['1 Chinese character', () => chinese(1)],
    ['2 Chinese characters', () => chinese(2)],
    ['3 Chinese characters', () => chinese(3)],
    ['without a word', () => `${common()} -${common()}`],
    ['exactly', () => `="${capitalise(middling())}"`],
    ['has', (index) => `has:${index % 2 === 0 ? 'source' : 'revision'} ${common()}`],
    [
      'tag and note',
      (index) =>
        index % 2 === 0 ? `tag:${tags[index % tags.length]!}` : `note:${middling()} ${common()}`,
    ],
    ['most linked first', (index) => (index % 2 === 0 ? common() : commonEntity())],
    ['nothing found', () => `${rare()} ${rare()} ${rare()}`],
    ['every event', () => ''],
  ]
  const mix = kinds.flatMap(([kind, make]) =>
    Array.from({ length: PER_KIND }, (_, index): MixedQuery => {
      return { kind, query: make(index), sort: sortOf(kind) }
    }),
  )
  // Of a kind of which an archive has nothing, nothing is asked.
  return shuffle(
    mix.filter(({ kind, query }) => query !== '' || kind === 'every event'),
    random,
  )
}

/** Small archives have few words: then some are asked for several times. */
function itemAt<Item>(items: readonly Item[], place: number): Item {
  return items[place % items.length]!
}

function sortOf(kind: string): SearchSort {
  if (kind === 'words by relevance') return 'relevance'
  return kind === 'most linked first' ? 'linked' : 'date'
}

function pickPhrase(random: Random, titles: string[]): string {
  if (titles.length === 0) return ''
  const parts = random.pick(titles).split(' ').slice(1)
  const start = random.below(Math.max(1, parts.length - 2))
  const words = parts.slice(start, start + 2).join(' ')
  return `"${words.replace(/[^\p{L}\p{N} ]/gu, '')}"`
}

function shuffle<Item>(items: Item[], random: Random): Item[] {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = random.below(last + 1)
    const moved = items[last]!
    items[last] = items[other]!
    items[other] = moved
  }
  return items
}
