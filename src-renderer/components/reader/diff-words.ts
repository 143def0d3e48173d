/** A run of words that both wordings share, or that only the earlier or only the later one has. */
export interface DiffRun {
  kind: 'same' | 'removed' | 'added'
  text: string
}

/** Beyond this many words the table of the comparison grows too large; headlines never have so many. */
const MAX_WORDS = 600

const words = new Intl.Segmenter(undefined, { granularity: 'word' })

/** Compare two wordings word by word: what of `before` was removed, what came with `after`. */
export function diffWords(before: string, after: string): DiffRun[] {
  const old = split(before)
  const now = split(after)
  if (old.length > MAX_WORDS || now.length > MAX_WORDS) {
    return joinRuns([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ])
  }
  return joinRuns(walk(old, now, measureCommon(old, now)))
}

function split(text: string): string[] {
  return Array.from(words.segment(text.trim()), ({ segment }) => segment)
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
