const SCHEME = /^https?:\/\/(?:www\.)?/u
const NOT_TELLING = /(?:\/|\/?#.*)$/u

/** Whether two reports cite one web page; the first page of an outlet tells nothing. */
export function citeSamePage(first: readonly string[], second: readonly string[]): boolean {
  if (first.length === 0 || second.length === 0) return false
  const pages = new Set(first.flatMap(readPage))
  return second.flatMap(readPage).some((page) => pages.has(page))
}

/** An address without what may be written one way or another; nothing for that of a whole site. */
function readPage(url: string): string[] {
  const page = url.replace(SCHEME, '').replace(NOT_TELLING, '')
  return page.includes('/') ? [page] : []
}
