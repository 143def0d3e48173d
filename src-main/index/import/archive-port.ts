import type { EventDate } from '#shared/event.ts'
import type { ParsedPage, UnreadPage } from '#shared/page.ts'
import type { Problem } from '#shared/problem.ts'

/** A page file as the walk found it. */
export interface PageFile {
  /** Archive-relative, POSIX separators, NFC. */
  path: string
  /** Absolute path by which it is opened; `null` where that is the archive's root and `path`. */
  openPath: string | null
  sizeBytes: number
  mtimeMs: number
}

/** What was read of a page file. */
export interface PageContent {
  /** UTF-8, valid until the next page is read; `null` where it could not be read as text. */
  text: Buffer | null
  /** SHA-256, hexadecimal; `null` where the bytes were not read. */
  hash: string | null
  sizeBytes: number
  mtimeMs: number
  problems: Problem[]
}

/** What was found since the last step of a walk; often nothing. */
export interface WalkStep {
  files: PageFile[]
  problems: Problem[]
}

/** What the paths of an archive say. */
export interface ArchivePaths {
  /** Whether a path is that of a folder's own page (`index.md`, `README.md`). */
  isIndexPath(path: string): boolean
  withoutPageExtension(path: string): string
  readPathDate(path: string): EventDate
}

/** How the import finds the pages of an archive. The workers pass in what reads real archives. */
export interface ArchiveFinder extends ArchivePaths {
  walkArchive(root: string): Iterable<WalkStep>
}

/** How the import reads the pages of an archive. */
export interface ArchiveReader extends ArchivePaths {
  readPage(root: string, file: PageFile): PageContent
  parsePage(text: Buffer, path: string): ParsedPage | UnreadPage
}
