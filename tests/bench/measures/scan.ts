import { spawnSync } from 'node:child_process'
import { lstatSync, opendirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A plain reading of every byte of an archive, to hold the import against. */
export interface PlainScan {
  /** For the report: which program, with which arguments. */
  name: string
  /** @returns how long it took. */
  run(): number
}

/**
 * Count the lines that hold a word in every page: with ripgrep, which uses all cores, or where it is
 * not installed with a loop in Node.
 */
export function plainScan(folder: string, word: string): PlainScan {
  const args = ['-c', '--no-ignore', '-uu', '--', word, folder]
  const hasRipgrep = spawnSync('rg', ['--version']).status === 0
  return {
    name: hasRipgrep ? 'rg -c --no-ignore -uu' : 'read loop in Node',
    run() {
      const startedMs = performance.now()
      const found = hasRipgrep ? runRipgrep(args) : countInNode(folder, word)
      if (found === 0) throw new Error(`The scan found “${word}” on no page.`)
      return performance.now() - startedMs
    },
  }
}

function runRipgrep(args: string[]): number {
  const { status, stdout } = spawnSync('rg', args, { maxBuffer: 2 ** 30 })
  return status === 0 ? stdout.length : 0
}

function countInNode(folder: string, word: string): number {
  let found = 0
  for (const path of filesBelow(folder)) if (readFileSync(path).includes(word)) found += 1
  return found
}

/** Look at every file of a folder without reading it. @returns how long it took. */
export function statWalk(folder: string, files: number): number {
  const startedMs = performance.now()
  let seen = 0
  for (const path of filesBelow(folder)) seen += Number(lstatSync(path).isFile())
  if (seen !== files) throw new Error(`The walk saw ${seen} files in place of ${files}.`)
  return performance.now() - startedMs
}

/** Paths of all files below a folder. */
export function* filesBelow(folder: string): Generator<string> {
  using entries = opendirSync(folder)
  for (let entry = entries.readSync(); entry !== null; entry = entries.readSync()) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesBelow(path)
    else yield path
  }
}
