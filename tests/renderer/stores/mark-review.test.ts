// @vitest-environment happy-dom
import type { AnnotationAnchor } from '#shared/anchor.ts'
import { AnnalsError } from '#shared/errors.ts'
import type { EventDetail } from '#shared/event.ts'
import type { Annotation } from '#shared/notebook.ts'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { joinMain } from './join-main.ts'

const TITLE = 'At least 12 people are killed in a flood in the valley.'
const SUMMARY = `${'Rain fell for a week. '.repeat(20)}Two dams broke.`

const detail: EventDetail = {
  id: 'e',
  date: '2008-06-06',
  title: TITLE,
  topic: null,
  path: 'e.md',
  dayPath: null,
  summary: SUMMARY,
  body: null,
  sources: [],
  relations: [],
  backlinks: [],
  revisions: [],
  entities: [],
  pageTags: [],
  pageHash: 'f00d',
  textVersion: 'v2',
}
const annotation: Annotation = {
  id: 'a',
  created: '',
  modified: '',
  event: { id: 'e', date: '2008-06-06', title: TITLE, text: '' },
  note: '',
  tags: [],
  selector: {
    exact: 'At least 10 people are killed',
    prefix: '',
    suffix: '',
    startUtf16: 0,
    endUtf16: 29,
    textVersion: 'v1',
    pageHash: null,
  },
  colour: 'yellow',
  state: 'open',
}

function placeOf(startUtf16: number, endUtf16: number, score: number) {
  return { startUtf16, endUtf16, score, text: TITLE.slice(startUtf16, endUtf16) }
}

const main = { anchor: {} as AnnotationAnchor, hasEvent: true }
joinMain({
  getImportReport: () => Promise.resolve(null),
  readEvent: () =>
    main.hasEvent
      ? Promise.resolve(detail)
      : Promise.reject(new AnnalsError('EVENT_NOT_FOUND', 'It is gone.')),
  listAnchors: () => Promise.resolve([main.anchor]),
})
const { useMarkReviewStore } = await import('../../../src-renderer/stores/mark-review.ts')

describe('useMarkReviewStore', () => {
  beforeEach(() => {
    setActivePinia(createPinia())
    main.hasEvent = true
    const place = placeOf(0, 29, 0.9)
    const candidates = [place, placeOf(35, 40, 0.5)]
    main.anchor = { annotationId: 'a', status: 'unsure', place, candidates }
  })

  it('shows each place once, with whole words around it', async () => {
    const store = useMarkReviewStore()
    await store.look(annotation)
    const places = store.review!.places
    expect(places.map(({ place }) => place.text)).toEqual([
      'At least 12 people are killed',
      'flood',
    ])
    expect(places[0]).toMatchObject({ before: '' })
    expect(places[0]!.after).toMatch(/^ in a flood in the valley\.\sRain fell .* …$/s)
    expect(places[0]!.after.endsWith('wee …')).toBe(false)
  })

  it('makes the selector of the words as they are now', async () => {
    const store = useMarkReviewStore()
    await store.look(annotation)
    expect(store.selectorOf(store.review!.places[0]!.place)).toMatchObject({
      exact: 'At least 12 people are killed',
      suffix: TITLE.slice(29) + '\nRain ',
      startUtf16: 0,
      endUtf16: 29,
      textVersion: 'v2',
      pageHash: 'f00d',
    })
  })

  it('says that the event is gone, and has no place then', async () => {
    main.hasEvent = false
    main.anchor = { annotationId: 'a', status: 'orphan', place: null, candidates: [] }
    const store = useMarkReviewStore()
    await store.look(annotation)
    expect(store.review).toMatchObject({ hasEvent: false, places: [] })
  })

  it('looks at nothing when asked to', async () => {
    const store = useMarkReviewStore()
    await store.look(annotation)
    await store.look(null)
    expect(store.review).toBeNull()
  })
})
