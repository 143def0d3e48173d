import { posix } from 'node:path'
import type { EventId } from '#shared/event.ts'

/** Names like `index` may be many; a link that tells no more than that resolves to none of them. */
export const MAX_CANDIDATES = 200

/** Dots or nothing between slashes. */
const UNTIDY = /(?:^|\/)\.{0,2}(?:\/|$)/u
/** The `0` of `06`, which other links write `6`. */
const PADDING = /^0(?=\d$)/u
const PADDINGS = /(^|\/)0(?=\d(?:\/|$))/gu

/** A path as paths are compared: lower case, folders `06` and `6` alike. */
export function toComparablePath(path: string): string {
  return path.toLowerCase().replace(PADDINGS, '$1')
}

/** Where a link leads if links start where the archive does: no leading slash, `..` resolved. */
export function joinLink(target: string, from: EventId): string {
  const isRooted = target.startsWith('/')
  const path = isRooted ? target.slice(1) : posix.join(parentOf(from), target)
  if (!UNTIDY.test(path)) return path
  return posix.normalize(path).replace(/^(?:\.{0,2}\/)+/u, '')
}

/** The folder a path lies in; empty for the root. */
export function parentOf(path: string): string {
  const slash = path.lastIndexOf('/')
  return slash < 0 ? '' : path.slice(0, slash)
}

/** The last segment of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** How many segments two paths have in common at their ends; `06` and `6` are alike. */
export function countCommonTail(a: string, b: string): number {
  const left = a.split('/')
  const right = b.split('/')
  let count = 0
  while (count < left.length && count < right.length) {
    const [one = '', other = ''] = [left.at(-1 - count), right.at(-1 - count)]
    if (one !== other && one.replace(PADDING, '') !== other.replace(PADDING, '')) break
    count++
  }
  return count
}

/** The number of segments of a path. */
export function countSegments(path: string): number {
  let count = 1
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) count++
  return count
}

/** How many characters two paths have in common at their beginnings. */
export function countCommonStart(a: string, b: string): number {
  let count = 0
  while (count < a.length && a[count] === b[count]) count++
  return count
}
