import type { EventId } from '#shared/event.ts'
import { SEARCH_SORTS, type SearchSort } from '#shared/search.ts'
import { computed } from 'vue'
import {
  type LocationQueryValue,
  type RouteLocationRaw,
  type RouteLocationNormalizedLoaded,
  useRoute,
  useRouter,
} from 'vue-router'

/** What the library's address says. */
export interface LibraryPlace {
  query: string
  /** The order, unless the query itself names one. */
  sort: SearchSort
  /** Whether events that report the same stand in one row. */
  isFolded: boolean
  eventId: EventId | null
}

const BEGINNING: LibraryPlace = { query: '', sort: 'date', isFolded: true, eventId: null }

/** Where the library was left, for those who come back from another room. */
let leftAt: LibraryPlace = BEGINNING

/** The library's address: what is asked and which event is read, as back and forward walk it. */
export function useLibraryRoute() {
  const route = useRoute()
  const router = useRouter()

  const place = computed(() => {
    if (route.name === 'library') leftAt = placeOf(route)
    return leftAt
  })

  /** Go there; what is not named stays as it is. `replace` leaves no trace in the history. */
  async function go(change: Partial<LibraryPlace>, options: { replace?: boolean } = {}) {
    const target = libraryAt({ ...place.value, ...change })
    await (options.replace ? router.replace(target) : router.push(target))
  }

  /** Read an event; `null` reads none. */
  async function openEvent(eventId: EventId | null) {
    await go({ eventId })
  }

  return { place, go, openEvent }
}

/** The address of a place in the library. */
export function libraryAt({ query, sort, isFolded, eventId }: LibraryPlace): RouteLocationRaw {
  return {
    name: 'library',
    query: {
      ...(query !== '' && { q: query }),
      ...(sort !== 'date' && { sort }),
      ...(!isFolded && { fold: 'no' }),
      ...(eventId !== null && { event: eventId }),
    },
  }
}

/** Forget where the library was left: another archive is open. */
export function forgetLibraryPlace() {
  leftAt = BEGINNING
}

function placeOf(route: RouteLocationNormalizedLoaded): LibraryPlace {
  return {
    query: single(route.query['q']),
    sort: SEARCH_SORTS.find((sort) => sort === single(route.query['sort'])) ?? 'date',
    isFolded: single(route.query['fold']) !== 'no',
    eventId: single(route.query['event']) || null,
  }
}

function single(value: LocationQueryValue | LocationQueryValue[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? ''
}
