import { randomUUID } from 'node:crypto'
import type { EventId } from '#shared/event.ts'
import type { NotebookMarks } from '#shared/notebook-marks.ts'
import type { Random } from '../archive/random.ts'
import type { Vocabulary } from '../archive/vocabulary.ts'

const CREATED = '2020-01-01T10:00:00.000Z'
const WORDS_PER_NOTE = 30

/** Tags of the notebook, the first of them the commonest. */
export const BENCH_TAGS = ['aid', 'talks', 'to check', 'aid/fuel', 'disputed', 'quote']

/** What a notebook with a note and a tag on each of these events holds. */
export function makeMarks(
  eventIds: readonly EventId[],
  vocabulary: Vocabulary,
  random: Random,
): NotebookMarks {
  const word = () => vocabulary.words[random.below(2000) % vocabulary.words.length]!
  const annotations = eventIds.map((eventId) => ({
    id: randomUUID(),
    eventId,
    note: Array.from({ length: WORDS_PER_NOTE }, word).join(' '),
    tags: [BENCH_TAGS[Math.min(random.below(8), BENCH_TAGS.length - 1)]!],
    selector: null,
    colour: null,
    state: 'open' as const,
    created: CREATED,
    modified: CREATED,
    eventDate: null,
    eventTitle: '',
  }))
  return { isAll: true, annotations, collections: [], claims: [], removed: [] }
}
