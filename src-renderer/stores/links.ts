import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { LinkTarget } from '#shared/contract.ts'
import type { EventId } from '#shared/event.ts'
import { rpc } from '../rpc.ts'

/** What `formatCollectionLink` writes. */
const COLLECTION = /^annals:collection\/(?<id>[\w%-]+)$/

function decodeId(written: string): string {
  try {
    return decodeURIComponent(written)
  } catch {
    return written
  }
}

/** Links in texts: where they lead, and asking before one leads outside. */
export const useLinksStore = defineStore('links', () => {
  /** The web address that waits for the researcher's yes, or `null`. */
  const asked = ref<string | null>(null)

  /** @returns where a link of a text leads; in a text of no event, addresses start at the archive's root. */
  async function resolve(
    from: EventId | null,
    href: string,
  ): Promise<LinkTarget | { kind: 'collection'; id: string }> {
    const collection = COLLECTION.exec(href)?.groups?.['id']
    if (collection !== undefined) return { kind: 'collection', id: decodeId(collection) }
    if (/^(?:https?|mailto):/i.test(href)) return { kind: 'web', url: href }
    if (from === null && !href.startsWith('/')) return { kind: 'missing', reason: '' }
    try {
      return await rpc.resolveLink(from ?? href, href)
    } catch {
      return { kind: 'missing', reason: '' }
    }
  }

  /** Show where an address leads and ask whether to open it outside. */
  function askOutside(url: string) {
    asked.value = url
  }

  async function openAsked() {
    const url = asked.value
    asked.value = null
    if (url !== null) await rpc.openExternal(url)
  }

  function dismissAsked() {
    asked.value = null
  }

  return { asked: computed(() => asked.value), resolve, askOutside, openAsked, dismissAsked }
})
