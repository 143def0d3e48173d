/**
 * Which characters of two texts are the same, where one of them is the other with other white space
 * and perhaps some words more or less. Offsets are UTF-16; both arrays are as long and rising.
 */
export interface Alignment {
  shown: Int32Array
  text: Int32Array
}

interface Ink {
  /** Offsets of the characters that are not white space. */
  places: Int32Array
  count: number
}

/** So many characters in a row have to agree for two places to count as the same. */
const CERTAIN = 8
/** How far is looked for such a place after a difference. */
const REACH = 240
/** After so many differences the texts are strangers, and the rest stays without partner. */
const MOST_DIFFERENCES = 400

/**
 * Pair the characters of what is shown with those of a text, white space left out.
 *
 * Linear where both hold the same words; a difference costs at most the square of {@link REACH}.
 */
export function alignTexts(shown: string, text: string): Alignment {
  const left = inkOf(shown)
  const right = inkOf(text)
  const most = Math.min(left.count, right.count)
  const pairs: Alignment = { shown: new Int32Array(most), text: new Int32Array(most) }
  let paired = 0
  let differences = 0
  let i = 0
  let j = 0
  while (i < left.count && j < right.count) {
    if (shown[left.places[i] ?? 0] === text[right.places[j] ?? 0]) {
      pairs.shown[paired] = left.places[i] ?? 0
      pairs.text[paired] = right.places[j] ?? 0
      paired += 1
      i += 1
      j += 1
      continue
    }
    differences += 1
    const skip = differences > MOST_DIFFERENCES ? null : findAgreement(i, j)
    if (skip === null) break
    i += skip.shown
    j += skip.text
  }
  return { shown: pairs.shown.subarray(0, paired), text: pairs.text.subarray(0, paired) }

  /** The nearest place after (from, to) at which both go on alike. */
  function findAgreement(from: number, to: number): { shown: number; text: number } | null {
    for (let sum = 1; sum <= REACH; sum += 1) {
      for (let ahead = 0; ahead <= sum; ahead += 1) {
        if (agree(from + ahead, to + sum - ahead)) return { shown: ahead, text: sum - ahead }
      }
    }
    return null
  }

  function agree(from: number, to: number): boolean {
    const length = Math.min(CERTAIN, left.count - from, right.count - to)
    if (length <= 0) return false
    for (let step = 0; step < length; step += 1) {
      const isSame = shown[left.places[from + step] ?? 0] === text[right.places[to + step] ?? 0]
      if (!isSame) return false
    }
    return true
  }
}

function inkOf(text: string): Ink {
  const places = new Int32Array(text.length)
  let count = 0
  for (let place = 0; place < text.length; place += 1) {
    if (isBlank(text.charCodeAt(place))) continue
    places[count] = place
    count += 1
  }
  return { places, count }
}

/** As `\s`, without the price of a pattern for every character. */
function isBlank(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0xa0 ||
    (code >= 0x1680 && BLANKS.has(code))
  )
}

const BLANKS = new Set([
  0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a,
  0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff,
])
