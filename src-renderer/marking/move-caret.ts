/** One motion of the caret, in the words of `Selection.modify`. */
export interface CaretMotion {
  alter: 'move' | 'extend'
  direction: 'left' | 'right' | 'forward' | 'backward'
  granularity: 'character' | 'word' | 'line' | 'lineboundary' | 'paragraph'
}

/** The keys that a caret hears. */
export type CaretKey = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>

const SIDEWAYS: Record<string, CaretMotion['direction']> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
}
const ALONG: Record<string, CaretMotion['direction']> = {
  ArrowUp: 'backward',
  ArrowDown: 'forward',
}
const ENDS: Record<string, CaretMotion['direction']> = { Home: 'backward', End: 'forward' }

/**
 * The motion a key stands for, as in a text field: arrows by character and line, with Ctrl (on a Mac
 * Option) by word and paragraph, Home and End within the line; Shift extends.
 *
 * @returns `null` for any other key.
 */
export function motionOf(event: CaretKey, isMac: boolean): CaretMotion | null {
  const byWord = isMac ? event.altKey : event.ctrlKey
  if (event.metaKey || (isMac ? event.ctrlKey : event.altKey)) return null
  const alter = event.shiftKey ? 'extend' : 'move'
  const sideways = SIDEWAYS[event.key]
  if (sideways) return { alter, direction: sideways, granularity: byWord ? 'word' : 'character' }
  const along = ALONG[event.key]
  if (along) return { alter, direction: along, granularity: byWord ? 'paragraph' : 'line' }
  const end = byWord ? undefined : ENDS[event.key]
  return end ? { alter, direction: end, granularity: 'lineboundary' } : null
}

/** So many steps are tried to come past what is no text of the event. */
const MOST_STEPS = 200

/**
 * Move the caret or extend the selection. A caret goes on to the next place that `isIn` allows; where
 * there is none, and where an extension leaves it, all stays as it was.
 *
 * @returns whether anything moved.
 */
export function moveCaret(
  selection: Selection,
  motion: CaretMotion,
  isIn: (node: Node, offset: number) => boolean,
): boolean {
  const before = placeOf(selection)
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const last = placeOf(selection)
    selection.modify(motion.alter, motion.direction, motion.granularity)
    const now = placeOf(selection)
    if (now === null || isSame(last, now)) break
    if (isIn(now.node, now.offset)) return true
    if (motion.granularity === 'lineboundary') break
  }
  restore(selection, before)
  return false
}

interface CaretPlace {
  anchorNode: Node
  anchorOffset: number
  node: Node
  offset: number
}

function placeOf({
  anchorNode,
  anchorOffset,
  focusNode,
  focusOffset,
}: Selection): CaretPlace | null {
  if (anchorNode === null || focusNode === null) return null
  return { anchorNode, anchorOffset, node: focusNode, offset: focusOffset }
}

function isSame(one: CaretPlace | null, other: CaretPlace): boolean {
  return one?.node === other.node && one.offset === other.offset
}

function restore(selection: Selection, place: CaretPlace | null) {
  if (place === null) return
  selection.setBaseAndExtent(place.anchorNode, place.anchorOffset, place.node, place.offset)
}
