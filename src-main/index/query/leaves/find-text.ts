import type { TermNode } from '#shared/search-query/query-tree.ts'
import { foldText } from '../../fold-text.ts'
import { readOrdinals } from '../archive-ordinals.ts'
import { type Bitmap, makeBitmap } from '../bitmap.ts'
import type { IndexSnapshot } from '../index-snapshot.ts'
import type { QueryContext } from '../query-context.ts'
import { splitBeginning } from './split-beginning.ts'

/** Columns of the text index that a term looks into. */
const COLUMNS = {
  text: '{title topic summary entities}',
  title: 'title',
  topic: 'topic',
  source: 'sources',
} as const

type TextField = keyof typeof COLUMNS

/** Words in a row, of which the last may only begin so. */
type Words = Pick<TermNode, 'value' | 'isPrefix'>

/** Row ids that are fetched in one step: some milliseconds' worth. */
const IDS_PER_STEP = 20_000

/**
 * The words of a term as an expression of FTS5. Nothing typed stands outside the quotes, and nothing
 * folded is a quote.
 */
export function matchWords(field: TextField, { value, isPrefix }: Words): string {
  return `${COLUMNS[field]} : "${foldText(value)}"${isPrefix ? ' *' : ''}`
}

/** Events that have the words of a term in a field. */
export function findWords(context: QueryContext, field: TextField, words: Words): Bitmap {
  return keepSteps(context, keyOfWords(field, words), () =>
    collectWords(context.index, field, words),
  )
}

/** Events that an expression of FTS5 finds, in which no word only begins. */
export function findText(context: QueryContext, match: string): Bitmap {
  return keepSteps(context, `text ${match}`, function* () {
    const found = makeBitmap(readOrdinals(context.index).size)
    yield* collectText(context.index, match, found)
    return found
  })
}

/** Under which key {@link findWords} keeps what it found. */
export function keyOfWords(field: TextField, words: Words): string {
  return `text ${matchWords(field, words)}`
}

/** What {@link findWords} does, in steps that take some milliseconds each. */
export function* collectWords(
  index: IndexSnapshot,
  field: TextField,
  words: Words,
): Generator<void, Bitmap> {
  const found = makeBitmap(readOrdinals(index).size)
  for (const part of words.isPrefix ? splitBeginning(index, words.value) : [words]) {
    yield* collectText(index, matchWords(field, part), found, part.isPrefix)
  }
  return found
}

/** @param isWhole - Whether it takes as long to fetch some ids as to fetch all. */
function* collectText(
  index: IndexSnapshot,
  match: string,
  found: Bitmap,
  isWhole = false,
): Generator<void, void> {
  const ordinals = readOrdinals(index)
  const limit = isWhole ? ordinals.size + 1 : IDS_PER_STEP
  for (let last = -1; ;) {
    yield
    const ids = index.numbers(
      'SELECT rowid AS id FROM event_text WHERE event_text MATCH ? AND rowid > ? LIMIT ?',
      ...[match, last, limit],
    )
    ordinals.addTo(found, ids)
    if (ids.length < limit) return
    last = ids.at(-1) ?? last
  }
}

function keepSteps(
  { index, checkpoint }: QueryContext,
  key: string,
  collect: () => Generator<void, Bitmap>,
): Bitmap {
  return index.answers.getOrMake(key, () => {
    const steps = collect()
    let step = steps.next()
    for (; step.done !== true; step = steps.next()) checkpoint()
    return step.value
  })
}
