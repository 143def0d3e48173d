import { pathToFileURL } from 'node:url'
import { openQueryClient } from '../../../src-main/index/query-client.ts'
import type { Vocabulary } from './vocabulary.ts'

/** As many events are looked through for words. */
const EVENTS = 500
const NAMES = 500
const LATIN_WORD = /\b[a-z]{2,}\b/gu
const HAN = /\p{Script=Han}+/gu

/** The words of an archive as its index tells them, commonest first. */
export async function readVocabulary(indexPath: string, workerPath: string): Promise<Vocabulary> {
  const client = openQueryClient({ indexPath, workerUrl: pathToFileURL(workerPath) })
  try {
    const { hits } = await client.search({
      ...{ query: '', sort: 'date', isFolded: false },
      ...{ offset: 0, limit: EVENTS },
    })
    const texts = hits.map(({ title, snippet }) => `${title} ${snippet?.text ?? ''}`.toLowerCase())
    const request = { filter: '', sort: 'count', offset: 0, limit: NAMES } as const
    const entities = (await client.listEntities(request)).names.map(({ name }) => name)
    const hosts = (await client.listSources(request)).names.map(({ name }) => name)
    const [latin, chinese] = [
      entities.filter((name) => !isChinese(name)),
      entities.filter(isChinese),
    ]
    return {
      words: listCommon(texts.flatMap((text) => text.match(LATIN_WORD) ?? [])),
      chineseWords: listCommon(texts.flatMap((text) => text.match(HAN) ?? []).flatMap(cutHan)),
      entities: [...latin, ...chinese],
      firstChineseEntity: latin.length,
      outlets: hosts.map((host) => ({ name: host, host })),
    }
  } finally {
    await client.close()
  }
}

function isChinese(name: string): boolean {
  return name.search(HAN) >= 0
}

/** One, two and three characters in a row. */
function cutHan(text: string): string[] {
  const characters = Array.from(text)
  return [1, 2, 3].flatMap((length) =>
    characters.slice(length - 1).map((_, at) => characters.slice(at, at + length).join('')),
  )
}

function listCommon(words: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a).map(([word]) => word)
}
