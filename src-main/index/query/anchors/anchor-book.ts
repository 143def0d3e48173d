import type { Anchor, AnchorStatus, AnnotationAnchor } from '#shared/anchor.ts'
import { anchorQuote } from '#shared/anchoring/anchor-quote.ts'
import type { EventText } from '#shared/event-text.ts'
import type { EventId } from '#shared/event.ts'
import type { NotebookMarks, SearchableAnnotation } from '#shared/notebook-marks.ts'
import type { TextSelector } from '#shared/notebook.ts'
import { readColumns } from '../../columns/read-columns.ts'
import type { IndexSnapshot } from '../index-snapshot.ts'
import { NamedEvents } from '../marks/named-events.ts'
import type { NotebookIndex } from '../marks/notebook-index.ts'
import type { QueryContext } from '../query-context.ts'
import { readEventText } from '../read-event.ts'
import { versionOfText } from '../text-version.ts'
import { findUnchangedPages } from './find-unchanged-pages.ts'

/** Events whose texts are looked at in one step: some milliseconds' worth. */
const EVENTS_PER_STEP = 20
/** Events whose pages' hashes are looked at in one step. */
const PAGES_PER_STEP = 2000

/** Where a mark stood when it was last looked for. */
interface KeptAnchor {
  eventId: EventId
  selector: TextSelector
  /** Version of the text; `null` where the event is gone, or only its page was looked at. */
  textVersion: string | null
  anchor: Anchor
}

const GONE: Anchor = { status: 'orphan', place: null, candidates: [] }

/**
 * Where all marks of the notebook stand in the archive as it is. An anchor is kept until its mark or
 * the text of its event changes. When the index has changed, a look at the pages' hashes tells which
 * texts cannot have changed but for what other pages say in them; those are taken as they were until
 * there is time to look at each.
 */
export class AnchorBook {
  /** The events that have a mark of each status. */
  readonly statuses = new NamedEvents()
  /** Rises whenever a mark stands elsewhere, or otherwise, than it did. */
  #revision = 0
  readonly #notebook: NotebookIndex
  readonly #kept = new Map<string, KeptAnchor>()
  /** The state of the index that was looked at last. */
  #state: object | null = null
  /** Events to look at: first by their pages alone, then those that may have changed, then all others. */
  readonly #unseen = new Set<EventId>()
  readonly #due = new Set<EventId>()
  readonly #later = new Set<EventId>()

  constructor(notebook: NotebookIndex) {
    this.#notebook = notebook
  }

  get revision(): number {
    return this.#revision
  }

  /** Take note of what of the notebook has changed; the notebook's index knows of it already. */
  follow({ isAll, annotations, removed }: NotebookMarks): void {
    if (isAll) for (const id of [...this.#kept.keys()]) this.#forget(id)
    for (const id of removed) this.#forget(id)
    for (const { id, eventId, selector } of annotations) {
      const kept = this.#kept.get(id)
      if (kept && selector && kept.eventId === eventId && isSame(kept.selector, selector)) continue
      this.#forget(id)
      if (selector) this.#unseen.add(eventId)
    }
  }

  /** The status of a mark, or `null` where the annotation marks no words or was not looked at yet. */
  statusOf(annotationId: string): AnchorStatus | null {
    return this.#kept.get(annotationId)?.anchor.status ?? null
  }

  /** Where a mark stands now, or stood when it was made; `null` where there is none. UTF-16. */
  startOf({ id, selector }: SearchableAnnotation): number | null {
    return this.#kept.get(id)?.anchor.place?.startUtf16 ?? selector?.startUtf16 ?? null
  }

  /** Where the marks on an event stand in its text as it is now. */
  list(index: IndexSnapshot, eventId: EventId): AnnotationAnchor[] {
    this.#check(index, eventId)
    return this.#notebook.annotationsOf(eventId).flatMap(({ id }) => {
      const kept = this.#kept.get(id)
      return kept ? [{ annotationId: id, ...kept.anchor }] : []
    })
  }

  /** Look for some of the marks that were not looked for yet. @returns whether others are left. */
  checkSome(index: IndexSnapshot): boolean {
    this.#refresh(index)
    if (this.#unseen.size > 0) this.#lookAtPages(index)
    else this.#checkEvents(index, this.#due.size > 0 ? this.#due : this.#later)
    return this.#unseen.size + this.#due.size + this.#later.size > 0
  }

  /** Look for some of the marks whose pages may not be those they were made on. @returns as {@link checkSome} */
  checkDue(index: IndexSnapshot): boolean {
    this.#refresh(index)
    if (this.#unseen.size > 0) this.#lookAtPages(index)
    else this.#checkEvents(index, this.#due)
    return this.#unseen.size + this.#due.size > 0
  }

  /** Look for all of them. */
  bringUpToDate({ index, checkpoint }: Pick<QueryContext, 'index' | 'checkpoint'>): void {
    while (this.checkDue(index)) checkpoint()
  }

  /** While an import runs, the index changes all the time: marks stand as they did before it. */
  #refresh(index: IndexSnapshot): void {
    const state = index.lists.getOrMake('anchors', () => ({}))
    if (state === this.#state) return
    if (this.#state !== null && readColumns(index) === null) return
    this.#state = state
    for (const { eventId } of this.#kept.values()) this.#unseen.add(eventId)
  }

  #lookAtPages(index: IndexSnapshot): void {
    const eventIds = takeSome(this.#unseen, PAGES_PER_STEP)
    const marked = eventIds.map((eventId) => ({ eventId, marks: this.#marksOn(eventId) }))
    const unchanged = findUnchangedPages(
      index,
      marked.map(({ eventId, marks }) => [eventId, pageHashOf(marks)]),
    )
    for (const { eventId, marks } of marked) {
      const isAsMade = unchanged.has(eventId) && marks.every((mark) => this.#mayStandAsMade(mark))
      ;(isAsMade ? this.#later : this.#due).add(eventId)
      if (!isAsMade) continue
      for (const mark of marks) {
        if (!this.#kept.has(mark.id)) this.#keep(mark, { textVersion: null, anchor: asMade(mark) })
      }
    }
  }

  /** The headlines of related events stand in their own pages. */
  #mayStandAsMade({ id, selector }: MarkedAnnotation): boolean {
    return selector.part !== 'relation' && (this.statusOf(id) ?? 'exact') === 'exact'
  }

  #checkEvents(index: IndexSnapshot, from: Set<EventId>): void {
    for (const eventId of takeSome(from, EVENTS_PER_STEP)) this.#check(index, eventId)
  }

  #check(index: IndexSnapshot, eventId: EventId): void {
    const [number] = index.numbers('SELECT id FROM event WHERE key = ?', eventId)
    const eventText = number === undefined ? null : readEventText(index, number)
    const textVersion = eventText && versionOfText(eventText)
    // What an import has not read yet is not gone.
    const isWhole = readColumns(index) !== null
    for (const mark of this.#marksOn(eventId)) {
      const kept = this.#kept.get(mark.id)
      if (textVersion !== null && kept?.textVersion === textVersion) continue
      const anchor = findAnchor(mark, eventText, textVersion)
      this.#keep(mark, { textVersion, anchor: anchor ?? (isWhole ? GONE : asMade(mark)) })
    }
    for (const events of [this.#unseen, this.#due, this.#later]) events.delete(eventId)
  }

  #marksOn(eventId: EventId): MarkedAnnotation[] {
    return this.#notebook.annotationsOf(eventId).filter(marksWords)
  }

  #keep(
    { id, eventId, selector }: MarkedAnnotation,
    found: Pick<KeptAnchor, 'textVersion' | 'anchor'>,
  ): void {
    const known = this.#kept.get(id)?.anchor
    const before = known?.status
    const { status, place } = found.anchor
    if (before !== status || known?.place?.startUtf16 !== place?.startUtf16) this.#revision++
    if (before !== status) {
      if (before !== undefined) this.statuses.remove(before, eventId)
      this.statuses.add(status, eventId)
    }
    this.#kept.set(id, { eventId, selector, ...found })
  }

  #forget(id: string): void {
    const kept = this.#kept.get(id)
    if (!kept) return
    this.statuses.remove(kept.anchor.status, kept.eventId)
    this.#kept.delete(id)
  }
}

/** @returns `null` where the event is not there. */
function findAnchor(
  { selector }: MarkedAnnotation,
  eventText: EventText | null,
  textVersion: string | null,
): Anchor | null {
  if (eventText === null || textVersion === null) return null
  return anchorQuote(eventText, selector, textVersion)
}

type MarkedAnnotation = SearchableAnnotation & { selector: TextSelector }

function marksWords(annotation: SearchableAnnotation): annotation is MarkedAnnotation {
  return annotation.selector !== null
}

/** The hash of the page that all marks were made on; `null` where they differ or it is not known. */
function pageHashOf(marks: readonly MarkedAnnotation[]): string | null {
  const [hash = null, ...others] = new Set(marks.map(({ selector }) => selector.pageHash))
  return others.length === 0 ? hash : null
}

function asMade({ selector }: MarkedAnnotation): Anchor {
  const { startUtf16, endUtf16, exact } = selector
  return { status: 'exact', place: { startUtf16, endUtf16, text: exact, score: 1 }, candidates: [] }
}

function isSame(one: TextSelector, other: TextSelector): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function takeSome(from: Set<EventId>, most: number): EventId[] {
  const some: EventId[] = []
  for (const eventId of from) {
    if (some.length >= most) break
    some.push(eventId)
    from.delete(eventId)
  }
  return some
}
