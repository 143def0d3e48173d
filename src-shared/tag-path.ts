/** @returns equal texts for tags that differ in case alone. */
export function tagKey(tag: string): string {
  return tag.toLowerCase()
}

/** @returns whether a tag is this one or, after a `/`, nested below it; whatever the case. */
export function isTagWithin(tag: string, parent: string): boolean {
  const [key, parentKey] = [tagKey(tag), tagKey(parent)]
  return key === parentKey || key.startsWith(`${parentKey}/`)
}
