import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { EventId } from '#shared/event.ts'
import type { LinkSuggestion, NoteLink } from '#shared/notebook-api.ts'
import { rpc } from '../rpc.ts'
import { useAnnotationsStore } from './annotations.ts'

/** Links in the researcher's own texts: what they can lead to, and which lead to an event. */
export const useNoteLinksStore = defineStore('note-links', () => {
  const annotations = useAnnotationsStore()

  /** @returns the texts that link to an event; none where they cannot be read. */
  async function listMentions(eventId: EventId): Promise<NoteLink[]> {
    return await rpc.listNoteLinks(eventId).catch(() => [])
  }

  /** @returns events and collections by the beginning of their names; none where they cannot be read. */
  async function suggest(text: string): Promise<LinkSuggestion[]> {
    return await rpc.suggestLinks(text).catch(() => [])
  }

  return { version: computed(() => annotations.version), listMentions, suggest }
})
