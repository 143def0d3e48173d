/** A run of words that both wordings share, or that only the earlier or only the later one has. */
export interface DiffRun {
  kind: 'same' | 'removed' | 'added'
  text: string
}

/** Beyond this many words that differ the table of the comparison grows too large. */
const MAX_WORDS = 1000

const words = new Intl.Segmenter(undefined, { granularity: 'word' })
/** Where no spaces part the words, two wordings may part them differently: each character stands alone. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+$/u

/** Compare two wordings word by word: what of `before` was removed, what came with `after`. */
export function diffWords(before: string, after: string): DiffRun[] {
  const old = split(before)
  const now = split(after)
  const head = countShared(old, now)
  const tail = countShared(old.slice(head).reverse(), now.slice(head).reverse())
  const runs: DiffRun[] = [
    { kind: 'same', text: old.slice(0, head).join('') },
    ...diffMiddle(old.slice(head, old.length - tail), now.slice(head, now.length - tail)),
    { kind: 'same', text: old.slice(old.length - tail).join('') },
  ]
  return joinGaps(joinRuns(runs.filter(({ text }) => text !== '')))
}

function split(text: string): string[] {
  return Array.from(words.segment(text.trim()), ({ segment }) =>
    UNSPACED.test(segment) ? Array.from(segment) : [segment],
  ).flat()
}

/** How many words both begin with. */
function countShared(old: readonly string[], now: readonly string[]): number {
  const differs = old.findIndex((word, index) => word !== now[index])
  return differs === -1 ? old.length : differs
}

function diffMiddle(old: readonly string[], now: readonly string[]): DiffRun[] {
  if (old.length <= MAX_WORDS && now.length <= MAX_WORDS) {
    return walk(old, now, measureCommon(old, now))
  }
  return [
    { kind: 'removed', text: old.join('') },
    { kind: 'added', text: now.join('') },
  ]
}

/** `table[i][j]`: length of the longest common subsequence of `old` from i and `now` from j on. */
function measureCommon(old: readonly string[], now: readonly string[]): Uint16Array[] {
  const table = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1))
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const length =
        old[i] === now[j]
          ? at(table, i + 1, j + 1) + 1
          : Math.max(at(table, i + 1, j), at(table, i, j + 1))
      const row = table[i]
      if (row) row[j] = length
    }
  }
  return table
}

function walk(old: readonly string[], now: readonly string[], table: Uint16Array[]): DiffRun[] {
  const runs: DiffRun[] = []
  let i = 0
  let j = 0
  while (i < old.length || j < now.length) {
    const [was, is] = [old[i], now[j]]
    if (was !== undefined && was === is) {
      runs.push({ kind: 'same', text: was })
      i += 1
      j += 1
    } else if (
      was !== undefined &&
      (is === undefined || at(table, i + 1, j) >= at(table, i, j + 1))
    ) {
      runs.push({ kind: 'removed', text: was })
      i += 1
    } else if (is !== undefined) {
      runs.push({ kind: 'added', text: is })
      j += 1
    }
  }
  return runs
}

function at(table: readonly Uint16Array[], i: number, j: number): number {
  return table[i]?.[j] ?? 0
}

/** Neighbours of one kind become one run. */
function joinRuns(runs: readonly DiffRun[]): DiffRun[] {
  const joined: DiffRun[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last?.kind === run.kind) last.text += run.text
    else joined.push({ ...run })
  }
  return joined
}

/** Words put in place of others read as one change, though the spaces between them are the same. */
function joinGaps(runs: readonly DiffRun[]): DiffRun[] {
  const joined: DiffRun[] = []
  for (const [index, run] of runs.entries()) {
    const [removed, added] = [joined.at(-2), joined.at(-1)]
    const isReplaced = removed?.kind === 'removed' && added?.kind === 'added'
    const isGap = run.kind === 'same' && run.text.trim() === '' && runs[index + 1] !== undefined
    if (isReplaced && isGap) {
      removed.text += run.text
      added.text += run.text
    } else if (isReplaced && run.kind === 'removed') removed.text += run.text
    else if (isReplaced && run.kind === 'added') added.text += run.text
    else joined.push({ ...run })
  }
  return joined
}
