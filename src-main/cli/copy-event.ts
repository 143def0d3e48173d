import { AnnalsError } from '#shared/errors.ts'
import type { EventCopy } from '#shared/notebook.ts'
import type { Workspace } from '../workspace.ts'
import { readEventId } from './event-id.ts'

/**
 * What the notebook keeps of the event that was typed.
 *
 * @throws EVENT_NOT_FOUND where it is not in the archive.
 */
export async function copyEvent(
  { archive, query }: Workspace,
  typedId: string,
): Promise<EventCopy> {
  const id = readEventId(typedId, archive.path)
  const [copy] = await query.copyEvents([id])
  if (copy) return copy
  throw new AnnalsError('EVENT_NOT_FOUND', `This event is not in the archive: ${id}`, {
    details: { id },
  })
}
