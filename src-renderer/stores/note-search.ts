import type { AnchorStatus } from '#shared/anchor.ts'
import type { EventId } from '#shared/event.ts'
import type { AnnotationAnswer, AnnotationHit, AnnotationSearchRequest } from '#shared/search.ts'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { onMainEvent, rpc } from '../rpc.ts'
import { useArchiveStore } from './archive.ts'
import { type ListPage, createPagedList } from './paged-list.ts'

const PAGE_SIZE = 50
/** Rows beyond those seen that are loaded ahead, in either direction. */
const ROWS_AHEAD = 30
/** How many annotations one selection may hold: as many as one call names. */
export const NOTE_SELECTION_LIMIT = 50_000
/** As many rows as one answer may have. */
const MAX_ROWS = 500
/** How long the typing has to pause before it asks. */
const PAUSE_MS = 120

/** What the Notes room asks. */
export type NoteQuestion = Pick<AnnotationSearchRequest, 'query' | 'status' | 'sort'>

const BEGINNING: NoteQuestion = { query: '', status: null, sort: 'modified' }

interface HitPage extends ListPage<AnnotationHit> {
  question: NoteQuestion
  answer: AnnotationAnswer
}

/** The question to the researcher's own annotations, and its answer, page by page. */
export const useNoteSearchStore = defineStore('note-search', () => {
  const archive = useArchiveStore()
  const question = shallowRef(BEGINNING)
  const list = createPagedList<AnnotationHit, HitPage>(PAGE_SIZE, async (offset, limit) => {
    const asked = question.value
    const answer = await rpc.searchAnnotations({ ...asked, offset, limit })
    return { total: answer.total, rows: answer.hits, question: asked, answer }
  })
  const answer = computed(() => list.firstPage.value?.answer ?? null)
  /** The question that is answered by what is shown, or `null`. */
  const answered = computed(() => list.firstPage.value?.question ?? null)
  /** How many of those that match the query stand how; `null` until it is known. */
  const statusCounts = computed<Record<AnchorStatus, number> | null>(
    () => answer.value?.statusCounts ?? null,
  )
  /** The row that is looked at, and its place. */
  const activeIndex = ref(0)
  const active = computed(() => list.rowAt(activeIndex.value))
  /** Rises with every change of the notebook or the archive that may have changed the rows. */
  const version = ref(0)

  /** Ask. What is shown stays until the answer is there. */
  async function ask(next: NoteQuestion) {
    const { query, status, sort } = question.value
    const isSame = next.query === query && next.status === status && next.sort === sort
    if (isSame && list.total.value !== null) return
    question.value = next
    activeIndex.value = 0
    await list.reset()
  }

  /** These rows are seen now. */
  function see(first: number, last: number) {
    list.see(Math.max(0, first - ROWS_AHEAD), last + ROWS_AHEAD)
  }

  /** Follow a change of the notebook or the archive, without moving what is looked at. */
  async function follow() {
    if (list.total.value !== null) await list.refresh()
    version.value += 1
  }

  /** Ids of the rows from one place to another, both included. */
  async function idsBetween(first: number, last: number): Promise<string[]> {
    const limit = Math.min(last - first + 1, NOTE_SELECTION_LIMIT)
    const loaded = Array.from({ length: limit }, (_, place) => list.rowAt(first + place))
    const ids = loaded.flatMap((hit) => (hit ? [hit.annotation.id] : []))
    if (ids.length === limit) return ids
    const all = await rpc.searchAnnotationIds({ ...question.value, offset: 0, limit: 1 })
    return all.slice(first, first + limit)
  }

  /** Events of annotations that are listed, each once. */
  async function eventsOf(annotationIds: readonly string[]): Promise<EventId[]> {
    const wanted = new Set(annotationIds)
    const found = new Map<string, EventId>()
    const take = ({ annotation }: AnnotationHit) => {
      if (wanted.has(annotation.id)) found.set(annotation.id, annotation.event.id)
    }
    for (const [, hit] of list.loadedRows()) take(hit)
    const end = list.total.value ?? 0
    for (let offset = 0; offset < end && found.size < wanted.size; offset += MAX_ROWS) {
      const page = await rpc.searchAnnotations({ ...question.value, offset, limit: MAX_ROWS })
      page.hits.forEach(take)
    }
    return [...new Set(found.values())]
  }

  watch(
    () => archive.archive?.path,
    () => {
      question.value = BEGINNING
      list.clear()
    },
  )
  watch(
    () => archive.contentVersion,
    () => void follow(),
  )
  onMainEvent('onNotebookChanged', () => void follow())

  return {
    answered,
    answer,
    statusCounts,
    activeIndex,
    active,
    version,
    pauseMs: PAUSE_MS,
    total: list.total,
    isLoading: list.isLoading,
    error: list.error,
    hitAt: list.rowAt,
    see,
    ensure: list.ensure,
    retry: list.reset,
    ask,
    idsBetween,
    eventsOf,
  }
})
