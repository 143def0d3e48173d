import { useRouter } from 'vue-router'
import type { EventId } from '#shared/event.ts'
import { formatField } from '#shared/search-query/format-field.ts'
import { useToasts } from '../../composables/use-toasts.ts'
import { useLibraryRoute } from '../../composables/use-library-route.ts'
import { notes } from '../../locales/en/notes.ts'
import { useLinksStore } from '../../stores/links.ts'

/** @returns a function that goes where a link of a text leads; web addresses are asked about first. */
export function useFollowLink() {
  const links = useLinksStore()
  const router = useRouter()
  const { go, openEvent } = useLibraryRoute()
  const { addToast } = useToasts()

  return async function followLink(from: EventId | null, href: string) {
    const target = await links.resolve(from, href)
    if (target.kind === 'event') await openEvent(target.id)
    else if (target.kind === 'day') await go({ query: formatField('date', target.date) })
    else if (target.kind === 'collection') {
      await router.push({ name: 'collection', params: { collectionId: target.id } })
    } else if (target.kind === 'web') links.askOutside(target.url)
    else addToast({ title: notes.linkMissing, description: target.reason || href })
  }
}
