import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { LinkTarget } from '#shared/contract.ts'
import type { EventId } from '#shared/event.ts'
import { rpc } from '../rpc.ts'

/** Links in texts: where they lead, and asking before one leads outside. */
export const useLinksStore = defineStore('links', () => {
  /** The web address that waits for the researcher's yes, or `null`. */
  const asked = ref<string | null>(null)

  /** @returns where a link of a text leads; a text of no event has only links to the web. */
  async function resolve(from: EventId | null, href: string): Promise<LinkTarget> {
    if (/^(?:https?|mailto):/i.test(href)) return { kind: 'web', url: href }
    if (from === null) return { kind: 'missing', reason: '' }
    try {
      return await rpc.resolveLink(from, href)
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
