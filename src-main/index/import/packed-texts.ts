/** Many texts as one, because a message takes as long for a short text as for a long one. */
export interface PackedTexts {
  text: string
  /** Of each text its length in UTF-16 units; {@link ABSENT} for `null`. */
  lengths: Uint32Array
}

const ABSENT = 0xffffffff

export function packTexts(texts: readonly (string | null)[]): PackedTexts {
  const lengths = new Uint32Array(texts.length)
  for (let at = 0; at < texts.length; at++) lengths[at] = texts[at]?.length ?? ABSENT
  return { text: texts.join(''), lengths }
}

/** The reverse of {@link packTexts}. */
export function unpackTexts({ text, lengths }: PackedTexts): (string | null)[] {
  const texts: (string | null)[] = []
  let start = 0
  for (const length of lengths) {
    texts.push(length === ABSENT ? null : text.slice(start, start + length))
    if (length !== ABSENT) start += length
  }
  return texts
}
