import type { MainApi } from '#shared/contract.ts'
import { AnnalsError } from '#shared/errors.ts'
import type { EventId } from '#shared/event.ts'
import type { EventCopy } from '#shared/notebook.ts'
import type { ArchiveSession } from '../archive-session.ts'
import { listNoteLinks } from '../note-links.ts'

type AnnotationCalls = Pick<
  MainApi,
  | 'listAnnotations'
  | 'createAnnotation'
  | 'updateAnnotation'
  | 'updateAnnotations'
  | 'deleteAnnotations'
  | 'restoreWording'
  | 'listNoteLinks'
>

/** Calls that read and change the annotations of the open archive. */
export function annotationCalls(session: ArchiveSession): AnnotationCalls {
  const notebook = () => session.workspace.notebook

  async function copyEvent(id: EventId): Promise<EventCopy> {
    const { archive, isMissing, query } = session.workspace
    const [copy] = await query.copyEvents([id])
    if (copy) return copy
    if (isMissing) {
      const message = `Nothing is known of this event while the archive is not there: ${archive.path}`
      throw new AnnalsError('ARCHIVE_NOT_FOUND', message, { details: { id, path: archive.path } })
    }
    throw new AnnalsError('EVENT_NOT_FOUND', 'This event is not in the archive.', {
      details: { id },
    })
  }

  return {
    listAnnotations: async (eventId) => await Promise.resolve(notebook().listAnnotations(eventId)),
    createAnnotation: async ({ eventId, ...annotation }) =>
      await notebook().createAnnotation({ event: await copyEvent(eventId), ...annotation }),
    updateAnnotation: async (id, change) => await notebook().updateAnnotation(id, change),
    updateAnnotations: async (ids, change) => {
      await notebook().updateAnnotations(ids, change)
    },
    deleteAnnotations: async (ids) => {
      await notebook().deleteAnnotations(ids)
    },
    restoreWording: async (id, replaced) => await notebook().restoreWording(id, replaced),
    listNoteLinks: async (eventId) => await listNoteLinks(session.workspace, eventId),
  }
}
