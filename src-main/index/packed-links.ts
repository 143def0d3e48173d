/** Bytes of one relation in `event.links`: its context (32-bit), then the row id it leads to. */
export const LINK_BYTES = 12

/** Where the row id of a relation stands in its bytes. */
export const LINK_TARGET_OFFSET = 4

/** The relations of an event, packed in the order of its page, to be read and changed in place. */
export class PackedLinks {
  readonly bytes: Uint8Array
  readonly #view: DataView

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  /** How many relations there are. */
  get count(): number {
    return this.bytes.byteLength / LINK_BYTES
  }

  /** Row id of the context; 0 where there is none. */
  contextOf(position: number): number {
    return this.#view.getUint32(position * LINK_BYTES, true)
  }

  /** Row id of the event; 0 where the link leads to none. */
  targetOf(position: number): number {
    return this.#view.getFloat64(position * LINK_BYTES + LINK_TARGET_OFFSET, true)
  }

  setContext(position: number, context: number): void {
    this.#view.setUint32(position * LINK_BYTES, context, true)
  }

  setTarget(position: number, target: number): void {
    this.#view.setFloat64(position * LINK_BYTES + LINK_TARGET_OFFSET, target, true)
  }

  /** Whether one of them leads to one of these row ids. */
  hasTargetIn(targets: ReadonlySet<number>): boolean {
    for (let position = 0; position < this.count; position++) {
      if (targets.has(this.targetOf(position))) return true
    }
    return false
  }
}
