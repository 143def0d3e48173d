import type { RouteLocationRaw } from 'vue-router'
import type { NoteLink } from '#shared/notebook-api.ts'
import { markAt } from '../../composables/mark-route.ts'
import { type LibraryPlace, libraryAt } from '../../composables/use-library-route.ts'

/** Where a text of the notebook is to be read: beside its event, or in the room of what it belongs to. */
export function mentionAt(place: LibraryPlace, link: NoteLink): RouteLocationRaw {
  switch (link.kind) {
    case 'note':
      return link.event ? markAt(place, link.event.id, link.id) : libraryAt(place)
    case 'introduction':
    case 'remark':
      return { name: 'collection', params: { collectionId: link.id } }
    case 'verdict':
      return { name: 'claim', params: { claimId: link.id } }
  }
}
