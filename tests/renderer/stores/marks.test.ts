// @vitest-environment happy-dom
import type { AnnotationAnchor } from '#shared/anchor.ts'
import { AnnalsError } from '#shared/errors.ts'
import type { EventDetail } from '#shared/event.ts'
import type { Annotation } from '#shared/notebook.ts'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { useToasts } from '../../../src-renderer/composables/use-toasts.ts'
import { joinMain } from './join-main.ts'
import { statusOf } from './notebook-status.ts'

const SOON = { timeout: 10_000 }
const TITLE = 'Two dams broke in the valley.'
/** “Two dams”. */
const DAMS = { startUtf16: 0, endUtf16: 8 }

function eventNamed(id: string): EventDetail {
  return {
    ...{ id, date: '2008-06-06', title: TITLE, topic: null, path: `${id}.md`, dayPath: null },
    ...{ summary: '', body: null, sources: [], relations: [], backlinks: [], revisions: [] },
    ...{ entities: [], pageTags: [], pageHash: 'f00d', textVersion: 'v1' },
  }
}

/** The notebook as the main process has it. */
const main = { annotations: [] as Annotation[], places: true, isLocked: false }

function refuseWhereLocked() {
  if (main.isLocked) throw new AnnalsError('NOTEBOOK_LOCKED', 'It is open elsewhere.')
}

function anchorOf({ id, selector }: Annotation): AnnotationAnchor[] {
  if (selector === null) return []
  const { startUtf16, endUtf16, exact } = selector
  const place = { startUtf16, endUtf16, text: exact, score: 1 }
  return [{ annotationId: id, status: 'exact', place, candidates: [] }]
}

const renderer = joinMain({
  getImportReport: () => Promise.resolve(null),
  getNotebookStatus: () => Promise.resolve(statusOf({ undo: 'Something' })),
  listTags: () => Promise.resolve([]),
  readEvent: (id) => Promise.resolve(eventNamed(id)),
  listAnnotations: (eventId) =>
    Promise.resolve(main.annotations.filter(({ event }) => event.id === eventId)),
  listAnchors: (eventId) => {
    if (!main.places) throw new AnnalsError('INDEX_UNUSABLE', 'Nobody knows.')
    const ofEvent = main.annotations.filter(({ event }) => event.id === eventId)
    return Promise.resolve(ofEvent.flatMap(anchorOf))
  },
  createAnnotation: ({ eventId, ...given }) => {
    refuseWhereLocked()
    const event = { id: eventId, date: null, title: TITLE, text: '' }
    const id = `a${main.annotations.length}`
    const made: Annotation = { ...given, id, event, created: '', modified: '', state: 'open' }
    main.annotations.push(made)
    return Promise.resolve(made)
  },
  updateAnnotation: (id, change) => {
    refuseWhereLocked()
    const at = main.annotations.findIndex((one) => one.id === id)
    main.annotations[at] = { ...main.annotations[at]!, ...change }
    return Promise.resolve(main.annotations[at])
  },
  restoreWording: (id) => Promise.resolve({ ...main.annotations[0]!, id: `copy of ${id}` }),
})
const { useMarksStore } = await import('../../../src-renderer/stores/marks.ts')
const { useEventStore } = await import('../../../src-renderer/stores/event.ts')

const toastTitles = () => useToasts().toasts.value.map(({ title }) => title)

async function openMarks(eventId = 'e') {
  const marks = useMarksStore()
  await useEventStore().open(eventId)
  await vi.waitFor(() => {
    expect(marks.list).not.toBeNull()
  }, SOON)
  return marks
}

describe('useMarksStore', () => {
  beforeEach(() => {
    setActivePinia(createPinia())
    const { toasts, dismissToast } = useToasts()
    for (const { id } of [...toasts.value]) dismissToast(id)
    Object.assign(main, { annotations: [], places: true, isLocked: false })
  })

  it('marks words, which are then at work, and keeps the colour for the next', async () => {
    const marks = await openMarks()
    const made = await marks.highlight(DAMS, 'green')
    expect(made).toMatchObject({ colour: 'green', selector: { exact: 'Two dams', ...DAMS } })
    expect(marks.active).toEqual([made?.id])
    expect(marks.list?.map(({ id }) => id)).toEqual([made?.id])
    expect(marks.lastColour).toBe('green')
  })

  it('gives words that are marked already another colour instead of a second mark', async () => {
    const marks = await openMarks()
    const made = await marks.highlight(DAMS, 'green')
    await renderer.onNotebookChanged(['e'])
    await vi.waitFor(() => {
      expect(marks.anchors.size).toBe(1)
    }, SOON)
    expect(await marks.highlight(DAMS, 'pink')).toMatchObject({ id: made?.id, colour: 'pink' })
    expect(main.annotations).toHaveLength(1)
    expect(marks.list).toHaveLength(1)
  })

  it('makes no mark where the notebook cannot be changed, and says why', async () => {
    const marks = await openMarks()
    main.isLocked = true
    expect(await marks.highlight(DAMS, 'green')).toBeNull()
    expect(marks.list).toEqual([])
    expect(toastTitles()).toEqual(['It is open elsewhere.'])
  })

  it('puts a mark on other words, which can be undone', async () => {
    const marks = await openMarks()
    const made = await marks.highlight(DAMS, 'green')
    marks.movingId = made?.id ?? null
    await marks.place(made?.id ?? '', { startUtf16: 4, endUtf16: 8 })
    expect(main.annotations[0]?.selector?.exact).toBe('dams')
    expect(marks.movingId).toBeNull()
    expect(toastTitles()).toEqual(['Mark placed'])
    await marks.restoreWording(made?.id ?? '', '2020-01-01')
    expect(marks.active).toEqual([`copy of ${made?.id ?? ''}`])
  })

  it('shows notes also where nobody can say where they stand', async () => {
    const marks = await openMarks()
    await marks.highlight(DAMS, 'green')
    main.places = false
    await renderer.onNotebookChanged(['e'])
    await vi.waitFor(() => {
      expect(marks.error).toMatchObject({ code: 'INDEX_UNUSABLE' })
    }, SOON)
    expect(marks.list).toHaveLength(1)
  })

  it('forgets the marks of an event when another is read', async () => {
    const marks = await openMarks()
    await marks.highlight(DAMS, 'green')
    await useEventStore().open('other')
    await vi.waitFor(() => {
      expect(marks.list).toEqual([])
    }, SOON)
    expect(marks.active).toEqual([])
    expect(marks.anchors.size).toBe(0)
  })
})
