import { computed } from 'vue'
import { type LocationQueryValue, type RouteLocationRaw, useRoute, useRouter } from 'vue-router'
import type { AnchorStatus } from '#shared/anchor.ts'
import { ANNOTATION_SORTS, type AnnotationSort } from '#shared/search.ts'

/** The tabs of the Notes room: all notes, and those whose marks need somebody. */
export const NOTE_TABS = ['all', 'unsure', 'orphan'] as const
export type NoteTab = (typeof NOTE_TABS)[number]

/** What the Notes room's address says. */
export interface NotesPlace {
  query: string
  tab: NoteTab
  sort: AnnotationSort
}

const BEGINNING: NotesPlace = { query: '', tab: 'all', sort: 'modified' }

/** Where the room was left, for those who come back from an event. */
let leftAt: NotesPlace = BEGINNING

/** The Notes room's address: what is asked, as back and forward walk it. */
export function useNotesRoute() {
  const route = useRoute()
  const router = useRouter()

  const place = computed(() => {
    if (route.name === 'notes') {
      leftAt = {
        query: single(route.query['q']),
        tab: NOTE_TABS.find((tab) => tab === single(route.query['tab'])) ?? 'all',
        sort: ANNOTATION_SORTS.find((sort) => sort === single(route.query['sort'])) ?? 'modified',
      }
    }
    return leftAt
  })

  /** Go there; what is not named stays as it is. `replace` leaves no trace in the history. */
  async function go(change: Partial<NotesPlace>, options: { replace?: boolean } = {}) {
    const target = notesAt({ ...place.value, ...change })
    await (options.replace ? router.replace(target) : router.push(target))
  }

  return { place, go }
}

/** The address of a place in the Notes room. */
export function notesAt({ query, tab, sort }: NotesPlace): RouteLocationRaw {
  return {
    name: 'notes',
    query: {
      ...(query !== '' && { q: query }),
      ...(tab !== 'all' && { tab }),
      ...(sort !== 'modified' && { sort }),
    },
  }
}

/** Forget where the room was left: another archive is open. */
export function forgetNotesPlace() {
  leftAt = BEGINNING
}

/** @returns which marks a tab lists; `null` for all. */
export function statusOf(tab: NoteTab): AnchorStatus | null {
  return tab === 'all' ? null : tab
}

function single(value: LocationQueryValue | LocationQueryValue[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? ''
}
