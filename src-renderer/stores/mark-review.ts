import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Anchor, AnchorPlace } from '#shared/anchor.ts'
import type { EventDetail } from '#shared/event.ts'
import { describeSelection } from '#shared/describe-selection.ts'
import { type EventText, composeEventText } from '#shared/event-text.ts'
import type { Annotation, TextSelector } from '#shared/notebook.ts'
import { rpc } from '../rpc.ts'

/** Characters of the page that are shown before and after a place. */
const SHOWN_AROUND = 90

/** A place in the page with the words around it. */
export interface PlaceInText {
  place: AnchorPlace
  before: string
  after: string
}

/** What there is to decide about one mark. */
export interface MarkReview {
  annotationId: string
  /** `null` where the mark was on the whole event, or its event is gone. */
  anchor: Anchor | null
  /** Where it would stand, best first. */
  places: PlaceInText[]
  /** Whether the archive has the event. */
  hasEvent: boolean
}

/** The mark that is looked at because its words have changed. */
export const useMarkReviewStore = defineStore('mark-review', () => {
  const review = shallowRef<MarkReview | null>(null)
  /** Why it could not be read, or `null`. */
  const error = shallowRef<unknown>(null)
  const wantedId = ref<string | null>(null)
  let event: EventDetail | null = null
  let eventText: EventText | null = null
  let asked = 0

  /** Look at the mark of an annotation; `null` looks at none. What was looked at stays until then. */
  async function look(annotation: Annotation | null) {
    const request = ++asked
    wantedId.value = annotation?.id ?? null
    error.value = null
    if (annotation === null) {
      review.value = null
      return
    }
    try {
      const [detail, anchors] = await Promise.all([
        rpc.readEvent(annotation.event.id).catch(() => null),
        rpc.listAnchors(annotation.event.id).catch(() => []),
      ])
      if (request !== asked) return
      event = detail
      eventText = detail && composeEventText(detail)
      const anchor = anchors.find(({ annotationId }) => annotationId === annotation.id) ?? null
      review.value = {
        annotationId: annotation.id,
        anchor,
        places: listPlaces(anchor).map((place) => showAround(place, eventText?.text ?? '')),
        hasEvent: detail !== null,
      }
    } catch (thrown) {
      if (request === asked) error.value = thrown
    }
  }

  /** @returns the selector of a place in the page that is looked at; `null` where there are no words. */
  function selectorOf({ startUtf16, endUtf16 }: AnchorPlace): TextSelector | null {
    if (event === null || eventText === null) return null
    return describeSelection(eventText, startUtf16, endUtf16, event)
  }

  return { review, error, wantedId, look, selectorOf }
})

/** Where the mark stands and where else it could, each place once. */
function listPlaces(anchor: Anchor | null): AnchorPlace[] {
  if (anchor === null) return []
  const all = anchor.place ? [anchor.place, ...anchor.candidates] : anchor.candidates
  const isFirst = (place: AnchorPlace, index: number) =>
    all.findIndex(({ startUtf16 }) => startUtf16 === place.startUtf16) === index
  return all.filter(isFirst)
}

function showAround(place: AnchorPlace, text: string): PlaceInText {
  const { startUtf16, endUtf16 } = place
  const start = Math.max(0, startUtf16 - SHOWN_AROUND)
  const end = Math.min(text.length, endUtf16 + SHOWN_AROUND)
  const before = text.slice(start, startUtf16)
  const after = text.slice(endUtf16, end)
  return {
    place,
    before: start > 0 ? `… ${before.replace(/^\S*\s/u, '')}` : before,
    after: end < text.length ? `${after.replace(/\s\S*$/u, '')} …` : after,
  }
}
