import type { EventId } from '#shared/event.ts'
import type { NoteLink } from '#shared/notebook-api.ts'
import type { NoteLinkCandidate } from './notebook/note-links/describe-link.ts'
import type { Workspace } from './workspace.ts'

/**
 * The texts of the notebook that link to an event, each once. Links are resolved by the index, like
 * those of pages.
 */
export async function listNoteLinks(
  { notebook, query }: Pick<Workspace, 'notebook' | 'query'>,
  eventId: EventId,
): Promise<NoteLink[]> {
  const candidates = await notebook.findNoteLinks(eventId)
  const leads = await Promise.all(candidates.map(({ from, href }) => query.resolveLink(from, href)))
  const links = new Map<string, NoteLink>()
  for (const [at, candidate] of candidates.entries()) {
    const target = leads[at]
    const key = `${candidate.kind} ${candidate.id} ${candidate.event?.id ?? ''}`
    if (target?.kind !== 'event' || target.id !== eventId || links.has(key)) continue
    links.set(key, describe(candidate))
  }
  return [...links.values()]
}

function describe({ kind, id, title, event, excerpt }: NoteLinkCandidate): NoteLink {
  return { kind, id, title, event, excerpt }
}
