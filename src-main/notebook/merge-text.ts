/**
 * Join two versions of a text that began as the same. Where both changed it, both stay, one after
 * the other.
 */
export function mergeText(base: string | undefined, ours: string, theirs: string): string {
  if (ours === theirs || ours === base) return theirs
  if (theirs === base || ours.includes(theirs)) return ours
  if (theirs.includes(ours)) return theirs
  return `${ours}\n\n${theirs}`
}
