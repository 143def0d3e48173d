/** A replacement of a part of a text; offsets in UTF-16 units of the original. */
export interface Edit {
  startUtf16: number
  endUtf16: number
  insert: string
}

/** @param edits - In any order. One that starts inside an earlier one is left out. */
export function applyEdits(text: string, edits: Edit[]): string {
  let result = ''
  let position = 0
  for (const edit of edits.toSorted((a, b) => a.startUtf16 - b.startUtf16)) {
    if (edit.startUtf16 < position) continue
    result += text.slice(position, edit.startUtf16) + edit.insert
    position = edit.endUtf16
  }
  return result + text.slice(position)
}
