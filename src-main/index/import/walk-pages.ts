import type { Problem, ProblemCode } from '#shared/problem.ts'
import type { ArchiveFinder, PageFile } from './archive-port.ts'
import type { KnownPages } from './known-pages.ts'

const BLINDING: readonly ProblemCode[] = ['FOLDER_UNREADABLE', 'PAGE_UNREADABLE', 'PATH_TOO_LONG']

/** What was met of a known page. */
const MET = { nothing: 0, file: 1, same: 2 } as const

/**
 * All that a walk met. A page that is as the index knows it is only ticked off there, because most
 * walks meet a hundred thousand such pages and little else.
 */
export class WalkedPages {
  readonly problems: Problem[] = []
  readonly #known: KnownPages
  /** By the rows of the known pages. */
  readonly #met: Uint8Array
  readonly #others: PageFile[] = []
  readonly #blindPlaces: string[] = []
  #same = 0

  constructor(known: KnownPages) {
    this.#known = known
    this.#met = new Uint8Array(known.size)
  }

  /** The number of page files. */
  get size(): number {
    return this.#same + this.#others.length
  }

  /** Whether the archive has the pages of the index and no others, none changed since. */
  get isUnchanged(): boolean {
    return this.#others.length === 0 && this.#same === this.#known.size
  }

  add(file: PageFile): void {
    const row = this.#known.find(file.path)
    // A file of a name that was met before has another Unicode form of it.
    if (row !== null && this.#met[row] === MET.nothing) {
      if (file.openPath === null && this.#known.isSame(row, file)) {
        this.#met[row] = MET.same
        this.#same++
        return
      }
      this.#met[row] = MET.file
    }
    this.#others.push(file)
  }

  addProblem(problem: Problem): void {
    this.problems.push(problem)
    if (BLINDING.includes(problem.code)) this.#blindPlaces.push(problem.path)
  }

  /** How many known pages are gone, as far as can be seen. */
  countGone(): number {
    let gone = 0
    this.#met.forEach((met, row) => {
      if (met === MET.nothing && !this.isOutOfSight(this.#known.at(row).path)) gone++
    })
    return gone
  }

  /** Whether a path lies where nothing could be seen, so that its absence says nothing. */
  isOutOfSight(path: string): boolean {
    return this.#blindPlaces.some(
      (place) => place === '' || path === place || path.startsWith(`${place}/`),
    )
  }

  /** Every page file, those first that are as the index knows them. */
  listFiles(): PageFile[] {
    const files: PageFile[] = []
    this.#met.forEach((met, row) => {
      if (met !== MET.same) return
      const { path, sizeBytes, mtimeMs } = this.#known.at(row)
      files.push({ path, openPath: null, sizeBytes, mtimeMs })
    })
    return files.concat(this.#others)
  }
}

/**
 * Walk an archive to its end.
 *
 * @param lookUp - Called all the while with the number of pages found; says whether to go on.
 * @returns `null` where `lookUp` said to stop.
 */
export function walkPages(
  root: string,
  finder: ArchiveFinder,
  known: KnownPages,
  lookUp: (files: number, problems: number) => boolean,
): WalkedPages | null {
  const walked = new WalkedPages(known)
  for (const { files, problems } of finder.walkArchive(root)) {
    for (const file of files) walked.add(file)
    for (const problem of problems) walked.addProblem(problem)
    if (!lookUp(walked.size, walked.problems.length)) return null
  }
  return walked
}
