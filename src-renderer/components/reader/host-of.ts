/** @returns the host of a web address without `www.`, or the address itself where it has none. */
export function hostOf(url: string): string {
  if (!URL.canParse(url)) return url
  return new URL(url).host.replace(/^www\./, '') || url
}
