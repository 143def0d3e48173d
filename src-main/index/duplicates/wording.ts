import type { WordArena } from './word-arena.ts'

/** The words of a text, or of a part of it, in order: see {@link WordArena}. */
export interface Wording {
  hashes: Int32Array
  features: Int32Array
  kinds: Uint8Array
  initials: Uint16Array
}

/** @returns copies, which stay what they are when the arena changes. */
export function sliceWords(arena: WordArena, start: number, end: number): Wording {
  return {
    hashes: arena.hashes.slice(start, end),
    features: arena.features.slice(start, end),
    kinds: arena.kinds.slice(start, end),
    initials: arena.initials.slice(start, end),
  }
}

export function joinWords(first: Wording, second: Wording): Wording {
  return {
    hashes: Int32Array.of(...first.hashes, ...second.hashes),
    features: Int32Array.of(...first.features, ...second.features),
    kinds: Uint8Array.of(...first.kinds, ...second.kinds),
    initials: Uint16Array.of(...first.initials, ...second.initials),
  }
}
