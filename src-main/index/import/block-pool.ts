import { readNumbers } from '../packed-numbers.ts'

const CHUNK_BYTES = 2 ** 13
/** What 32-bit numbers may begin at. */
const ALIGNMENT = 4

/**
 * Gives out small blocks of memory that lie beside one another, because a message with many small
 * memories of their own would take long to send.
 */
export class BlockPool {
  #chunk = new ArrayBuffer(CHUNK_BYTES)
  #used = 0

  /** @returns bytes that are 0. */
  take(bytes: number): Uint8Array<ArrayBuffer> {
    if (bytes > CHUNK_BYTES) return new Uint8Array(bytes)
    if (this.#used + bytes > CHUNK_BYTES) this.begin()
    const block = new Uint8Array(this.#chunk, this.#used, bytes)
    this.#used += Math.ceil(bytes / ALIGNMENT) * ALIGNMENT
    return block
  }

  /** Row ids as `readNumbers` reads them. */
  packNumbers(numbers: ReadonlySet<number>): Uint8Array {
    const block = this.take(numbers.size * Uint32Array.BYTES_PER_ELEMENT)
    const packed = readNumbers(block)
    let at = 0
    for (const number of numbers) packed[at++] = number
    return block
  }

  /** Begin anew: what was given out stays as it is. */
  begin(): void {
    this.#chunk = new ArrayBuffer(CHUNK_BYTES)
    this.#used = 0
  }
}
