import type { Problem } from '#shared/problem.ts'
import type { DigestedEvent, DigestedPage, DigestedRevision, PageOutcome } from './messages.ts'
import { REASONS } from './packed-folders.ts'
import { type PackedTexts, packTexts, unpackTexts } from './packed-texts.ts'

/**
 * Digested pages as they travel between threads: all their numbers and all their texts in the order
 * of the pages, because a message of many objects takes long to write and to read.
 */
export interface PackedPages {
  numbers: Float64Array
  texts: PackedTexts
  /** Of events what the text index waits for, apart from what can be forgotten earlier. */
  searched: PackedTexts
  /** Per event three blocks: its entities, its hosts and its links. */
  blocks: Uint8Array
  /** Of the pages that have any, by their place. */
  problems: Map<number, Problem[]>
  revisions: Map<number, DigestedRevision[]>
}

const OUTCOMES: readonly PageOutcome[] = ['event', 'day', 'copy', 'failed', 'same']

export function packPages(pages: readonly DigestedPage[]): PackedPages {
  const numbers: number[] = []
  const texts: (string | null)[] = []
  const searched: (string | null)[] = []
  const blocks: Uint8Array[] = []
  const problems = new Map<number, Problem[]>()
  const revisions = new Map<number, DigestedRevision[]>()
  pages.forEach((page, place) => {
    const { pageId, outcome, reason, isUnchanged, sizeBytes, mtimeMs, event } = page
    numbers.push(pageId, OUTCOMES.indexOf(outcome), REASONS.indexOf(reason), Number(isUnchanged))
    numbers.push(sizeBytes, mtimeMs, Number(event !== null))
    texts.push(page.hash)
    if (page.problems.length > 0) problems.set(place, page.problems)
    if (event === null) return
    if (event.revisions.length > 0) revisions.set(place, event.revisions)
    blocks.push(event.entities, event.hosts, event.links)
    searched.push(event.title, event.topic, event.summary, event.body, event.sourceNames)
    texts.push(event.date, event.tags, event.sources)
    numbers.push(event.dayPageId ?? 0, event.unresolved.length)
    numbers.push(event.entities.length, event.hosts.length, event.links.length)
    for (const { position, key, title } of event.unresolved) {
      numbers.push(position)
      texts.push(key, title)
    }
  })
  return {
    numbers: Float64Array.from(numbers),
    texts: packTexts(texts),
    searched: packTexts(searched),
    blocks: joinBlocks(blocks),
    problems,
    revisions,
  }
}

/** All bytes as one, because a message takes long for each of many small memories. Numbers stay aligned. */
function joinBlocks(blocks: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(blocks.reduce((sum, block) => sum + block.length, 0))
  let at = 0
  for (const block of blocks) {
    joined.set(block, at)
    at += block.length
  }
  return joined
}

/** The reverse of {@link packPages}. */
export function unpackPages({ numbers, ...rest }: PackedPages): DigestedPage[] {
  const texts = unpackTexts(rest.texts)
  const searched = unpackTexts(rest.searched)
  let numberAt = 0
  let textAt = 0
  let searchedAt = 0
  let blockAt = 0
  const nextNumber = () => numbers[numberAt++] ?? 0
  const nextText = () => texts[textAt++] ?? null
  const nextSearched = () => searched[searchedAt++] ?? null
  const nextBlock = () => rest.blocks.subarray(blockAt, (blockAt += nextNumber()))

  // The order is that of packing.
  const readEvent = (place: number): DigestedEvent => {
    const dayPageId = nextNumber() || null
    const unresolved = nextNumber()
    return {
      dayPageId,
      entities: nextBlock(),
      hosts: nextBlock(),
      links: nextBlock(),
      title: nextSearched() ?? '',
      topic: nextSearched(),
      summary: nextSearched() ?? '',
      body: nextSearched(),
      sourceNames: nextSearched() ?? '',
      date: nextText(),
      tags: nextText(),
      sources: nextText() ?? '',
      unresolved: Array.from({ length: unresolved }, () => ({
        position: nextNumber(),
        key: nextText() ?? '',
        title: nextText() ?? '',
      })),
      revisions: rest.revisions.get(place) ?? [],
    }
  }

  const pages: DigestedPage[] = []
  for (let place = 0; numberAt < numbers.length; place++) {
    pages.push({
      pageId: nextNumber(),
      outcome: OUTCOMES[nextNumber()] ?? 'failed',
      reason: REASONS[nextNumber()] ?? 'changed',
      isUnchanged: nextNumber() === 1,
      sizeBytes: nextNumber(),
      mtimeMs: nextNumber(),
      hash: nextText(),
      event: nextNumber() === 1 ? readEvent(place) : null,
      problems: rest.problems.get(place) ?? [],
    })
  }
  return pages
}
