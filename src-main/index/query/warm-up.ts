import { readColumns } from '../columns/read-columns.ts'
import { readOrdinals } from './archive-ordinals.ts'
import { MAX_ANSWER_BYTES, type IndexSnapshot } from './index-snapshot.ts'
import { collectWords, keyOfWords } from './leaves/find-text.ts'
import { readLinkOrder } from './link-order.ts'
import { readNames } from './name-list.ts'
import { readGroups } from './report-groups.ts'
import { sampleWords } from './sample-words.ts'

/** What is not asked for must leave room for what is. */
const MAX_BYTES = MAX_ANSWER_BYTES / 2

/** Beyond that, even the parts of short beginnings take too long for one step. */
const MAX_EVENTS_WITH_BEGINNINGS = 3_000_000

/**
 * Make, in steps of some milliseconds, what a search would else have to wait for when it is first
 * asked for: the lists of the whole archive, and the events of its commonest words and beginnings.
 */
export function* warmUp(index: IndexSnapshot): Generator<void, void> {
  const columns = readColumns(index)
  if (columns === null) return
  const lists = [
    () => readNames(index, 'entities'),
    () => readNames(index, 'hosts'),
    () => columns.topics.length + columns.topicNames.length,
    () => readGroups(index),
    () => columns.backlinks,
    () => readLinkOrder(index),
  ]
  for (const read of lists) {
    read()
    yield
  }
  const { size } = readOrdinals(index)
  const { words, beginnings } = yield* sampleWords(index)
  const wanted = [
    // They take longest when they are asked for.
    ...(size <= MAX_EVENTS_WITH_BEGINNINGS ? beginnings : []).map((value) => {
      return { value, isPrefix: true }
    }),
    ...words.map((value) => ({ value, isPrefix: false })),
  ]
  let bytes = 0
  for (const term of wanted) {
    const key = keyOfWords('text', term)
    if (index.answers.has(key)) continue
    const found = yield* collectWords(index, 'text', term)
    bytes += found.byteLength
    if (bytes > MAX_BYTES) return
    index.answers.getOrMake(key, () => found)
  }
}
