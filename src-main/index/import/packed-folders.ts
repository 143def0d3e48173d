import type { FolderRequest, PageRequest, ReadReason } from './messages.ts'
import { type PackedTexts, packTexts, unpackTexts } from './packed-texts.ts'

/** Pages to be read as they travel between threads; see {@link PackedPages}. */
export interface PackedFolders {
  numbers: Float64Array
  texts: PackedTexts
}

/** In the order of their numbers in a message. */
export const REASONS: readonly ReadReason[] = ['changed', 'again', 'context']

export function packFolders(folders: readonly FolderRequest[]): PackedFolders {
  const numbers: number[] = []
  const texts: (string | null)[] = []
  for (const { pages, isLast } of folders) {
    numbers.push(pages.length, Number(isLast))
    for (const { pageId, key, file, hash, reason, isForced } of pages) {
      numbers.push(pageId, file.sizeBytes, file.mtimeMs)
      numbers.push(REASONS.indexOf(reason), Number(isForced))
      texts.push(key, file.path, file.openPath, hash)
    }
  }
  return { numbers: Float64Array.from(numbers), texts: packTexts(texts) }
}

/** The reverse of {@link packFolders}. */
export function unpackFolders(packed: PackedFolders): FolderRequest[] {
  const { numbers } = packed
  const texts = unpackTexts(packed.texts)
  let numberAt = 0
  let textAt = 0
  const nextNumber = () => numbers[numberAt++] ?? 0
  const nextText = () => texts[textAt++] ?? null

  // The order is that of packing.
  const readPage = (): PageRequest => {
    const [key, path, openPath, hash] = [nextText() ?? '', nextText() ?? '', nextText(), nextText()]
    const pageId = nextNumber()
    const file = { path, openPath, sizeBytes: nextNumber(), mtimeMs: nextNumber() }
    const reason = REASONS[nextNumber()] ?? 'changed'
    return { pageId, key, file, hash, reason, isForced: nextNumber() === 1 }
  }

  const folders: FolderRequest[] = []
  while (numberAt < numbers.length) {
    const length = nextNumber()
    const isLast = nextNumber() === 1
    folders.push({ pages: Array.from({ length }, readPage), isLast })
  }
  return folders
}
