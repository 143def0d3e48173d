const PAGE_EXTENSION = /\.(?:md|markdown)$/iu

/**
 * The name that an event and the links to it have in common, wherever links start and whatever their
 * case.
 */
export function eventName(id: string): string {
  const path = id.normalize('NFC')
  return path
    .slice(path.lastIndexOf('/') + 1)
    .replace(PAGE_EXTENSION, '')
    .toLowerCase()
}

/** {@link eventName} of the event that a link may lead to. @param href - As it is written. */
export function linkedName(href: string): string {
  return eventName(decode(href.trim().replace(/[?#].*$/su, '')))
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
