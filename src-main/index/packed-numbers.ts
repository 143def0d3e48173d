/**
 * The row ids that `event.entities` and `event.hosts` hold: 32 bits each, in their order.
 *
 * @returns a view on the bytes where they begin where numbers may, else a copy.
 */
export function readNumbers(bytes: Uint8Array): Uint32Array {
  const { buffer, byteOffset, byteLength } = bytes
  const size = Uint32Array.BYTES_PER_ELEMENT
  return byteOffset % size === 0
    ? new Uint32Array(buffer, byteOffset, byteLength / size)
    : new Uint32Array(bytes.slice().buffer)
}
