/** Words of two texts that stand between words they have in common; either side may be empty. */
export interface Gap {
  firstStart: number
  firstEnd: number
  secondStart: number
  secondEnd: number
}

/** A row of words, each with what it and the next one make. */
interface AlignedWords {
  hashes: Int32Array
  features: Int32Array
}

/** Aligning takes time by the product of the lengths, and longer texts need not be compared so. */
const MOST_CELLS = 1 << 18
/** Rows of words are common rather than words here and there. */
const WEIGHTS = { word: 1, row: 3 }
/** So few common words between two gaps may be there by chance. */
const ISLAND_WORDS = 2

/** What differs between two texts, or `null` where too much does to tell. */
export function alignWords(first: AlignedWords, second: AlignedWords): Gap[] | null {
  const start = countCommon(first.hashes, second.hashes)
  const most = Math.min(first.hashes.length, second.hashes.length) - start
  const tail = Math.min(countCommon(first.hashes.toReversed(), second.hashes.toReversed()), most)
  const one = cutWords(first, start, tail)
  const other = cutWords(second, start, tail)
  if (one.hashes.length * other.hashes.length > MOST_CELLS) return null
  const gaps: Gap[] = []
  for (const gap of listGaps(one, other)) {
    addGap(gaps, {
      firstStart: start + gap.firstStart,
      firstEnd: start + gap.firstEnd,
      secondStart: start + gap.secondStart,
      secondEnd: start + gap.secondEnd,
    })
  }
  return gaps
}

function countCommon(first: Int32Array, second: Int32Array): number {
  const most = Math.min(first.length, second.length)
  let count = 0
  while (count < most && first[count] === second[count]) count++
  return count
}

function cutWords({ hashes, features }: AlignedWords, start: number, tail: number): AlignedWords {
  return {
    hashes: hashes.subarray(start, hashes.length - tail),
    features: features.subarray(start, features.length - tail),
  }
}

function* listGaps(first: AlignedWords, second: AlignedWords): Iterable<Gap> {
  const rows = first.hashes.length
  const columns = second.hashes.length
  const width = columns + 1
  const weights = weighCommon(first, second)
  for (let row = 0, column = 0; row < rows || column < columns; row++, column++) {
    const [firstStart, secondStart] = [row, column]
    while (row < rows || column < columns) {
      const weight = weights[row * width + column] ?? 0
      if (row < rows && weight === weights[(row + 1) * width + column]) row++
      else if (column < columns && weight === weights[row * width + column + 1]) column++
      else break
    }
    if (row > firstStart || column > secondStart) {
      yield { firstStart, firstEnd: row, secondStart, secondEnd: column }
    }
  }
}

/** Add a gap; as one with the last where nearly nothing is between and each text has its own. */
function addGap(gaps: Gap[], gap: Gap): void {
  const last = gaps.at(-1)
  const isNear = last && gap.firstStart - last.firstEnd <= ISLAND_WORDS
  const areBoth = [last ?? gap, gap]
  if (isNear && areBoth.some(hasFirst) && areBoth.some(hasSecond)) {
    Object.assign(last, { firstEnd: gap.firstEnd, secondEnd: gap.secondEnd })
  } else {
    gaps.push(gap)
  }
}

function hasFirst({ firstStart, firstEnd }: Gap): boolean {
  return firstEnd > firstStart
}

function hasSecond({ secondStart, secondEnd }: Gap): boolean {
  return secondEnd > secondStart
}

/** For each pair of places, the weight of what the words from there on have in common, in order. */
function weighCommon(first: AlignedWords, second: AlignedWords): Uint16Array {
  const columns = second.hashes.length
  const width = columns + 1
  const weights = new Uint16Array((first.hashes.length + 1) * width)
  for (let row = first.hashes.length - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const place = row * width + column
      let weight = Math.max(weights[place + width] ?? 0, weights[place + 1] ?? 0)
      if (first.hashes[row] === second.hashes[column]) {
        const isRow = first.features[row] === second.features[column]
        const common = (weights[place + width + 1] ?? 0) + (isRow ? WEIGHTS.row : WEIGHTS.word)
        weight = Math.max(weight, common)
      }
      weights[place] = weight
    }
  }
  return weights
}
