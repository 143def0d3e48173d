import type { Annotation } from '#shared/notebook.ts'
import { marks as words } from '../../locales/en/marks.ts'
import { notesRoom } from '../../locales/en/notes-room.ts'

/** A mark's name aloud: which of how many it is, its colour, whether it is noted, its words. */
export function nameMark(
  { colour, note, selector }: Pick<Annotation, 'colour' | 'note' | 'selector'>,
  place: number,
  count: number,
): string {
  const kind = words.cardKind(colour && notesRoom.colours[colour], note.trim() !== '')
  return words.card(place, count, kind, selector?.exact ?? '')
}
