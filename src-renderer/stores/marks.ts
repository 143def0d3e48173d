import { useLocalStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { AnchorPlace, AnnotationAnchor } from '#shared/anchor.ts'
import { describeSelection } from '#shared/describe-selection.ts'
import { composeEventText } from '#shared/event-text.ts'
import type { EventId } from '#shared/event.ts'
import type { Annotation, HighlightColour, TextSelector } from '#shared/notebook.ts'
import { marks as words } from '../locales/en/marks.ts'
import { rpc } from '../rpc.ts'
import { useAnnotationsStore } from './annotations.ts'
import { useEventStore } from './event.ts'
import { useNotebookStore } from './notebook.ts'

/** A stretch of the open event's text, UTF-16 offsets. */
type Span = Pick<AnchorPlace, 'startUtf16' | 'endUtf16'>

/** The marks on the event that is read: where they stand, which are at work, and making them. */
export const useMarksStore = defineStore('marks', () => {
  const event = useEventStore()
  const annotations = useAnnotationsStore()
  const notebook = useNotebookStore()

  /** Annotations of the open event, newest first; `null` until they have been read. */
  const list = shallowRef<Annotation[] | null>(null)
  const anchors = shallowRef<ReadonlyMap<string, AnnotationAnchor>>(new Map())
  const error = shallowRef<unknown>(null)
  /** Ids of the annotations at work, the foremost first. */
  const active = shallowRef<readonly string[]>([])
  /** The annotation that waits for another place in the text, or `null`. */
  const movingId = ref<string | null>(null)
  const lastColour = useLocalStorage<HighlightColour>('highlight-colour', 'yellow')
  const eventText = computed(() => event.detail && composeEventText(event.detail))
  let asked = 0

  async function load(eventId: EventId) {
    asked += 1
    const mine = asked
    try {
      const finding = rpc.listAnchors(eventId)
      // Notes are shown even where nobody can say where they stand.
      finding.catch(() => undefined)
      const found = await annotations.listAnnotations(eventId)
      if (mine === asked) list.value = found
      const places = await finding
      if (mine !== asked) return
      anchors.value = new Map(places.map((anchor) => [anchor.annotationId, anchor]))
      error.value = null
    } catch (reason) {
      if (mine === asked) error.value = reason
    }
  }

  /** @returns the selector of words of the open event, or `null` where there are none. */
  function describe({ startUtf16, endUtf16 }: Span): TextSelector | null {
    if (event.detail === null || eventText.value === null) return null
    return describeSelection(eventText.value, startUtf16, endUtf16, event.detail)
  }

  /** Mark words; words that are marked already take the colour. @returns the mark, or `null` where it failed. */
  async function highlight(span: Span, colour: HighlightColour): Promise<Annotation | null> {
    const eventId = event.detail?.id
    const selector = describe(span)
    if (eventId === undefined || selector === null) return null
    lastColour.value = colour
    const known = findSame(selector)
    const made = await notebook.report(() =>
      known
        ? rpc.updateAnnotation(known.id, { colour })
        : rpc.createAnnotation({ eventId, note: '', tags: [], selector, colour }),
    )
    if (made) {
      list.value = [made, ...(list.value ?? []).filter(({ id }) => id !== made.id)]
      active.value = [made.id]
    }
    return made
  }

  function findSame(selector: TextSelector): Annotation | undefined {
    return list.value?.find(({ id }) => {
      const place = anchors.value.get(id)?.place
      return place?.startUtf16 === selector.startUtf16 && place.endUtf16 === selector.endUtf16
    })
  }

  /** Put a mark on other words: to confirm where it stands, or because it was sent there. */
  async function place(id: string, span: Span) {
    const selector = describe(span)
    movingId.value = null
    if (selector === null) return
    const changed = await notebook.report(() => rpc.updateAnnotation(id, { selector }))
    if (changed) await notebook.offerUndo(words.placed)
  }

  /** Make an annotation of an earlier wording of a note. */
  async function restoreWording(id: string, replaced: string) {
    const made = await notebook.report(() => rpc.restoreWording(id, replaced))
    if (!made) return
    active.value = [made.id]
    await notebook.offerUndo(words.wordingRestored)
  }

  function activate(ids: readonly string[]) {
    active.value = ids
  }

  watch(
    () => event.detail?.id,
    () => {
      list.value = null
      anchors.value = new Map()
      active.value = []
      movingId.value = null
    },
  )
  watch(
    () => [event.detail?.id, event.detail?.textVersion, annotations.version] as const,
    ([eventId]) => {
      if (eventId !== undefined) void load(eventId)
    },
    { immediate: true },
  )

  return {
    list,
    anchors,
    error,
    active: computed(() => active.value),
    activate,
    movingId,
    lastColour,
    eventText,
    highlight,
    place,
    restoreWording,
  }
})
