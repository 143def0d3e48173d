import { isIndexPath, withoutPageExtension } from './archive-path.ts'

const DATE_PREFIX = /^\d{4}-\d{1,2}(?:-\d{1,2})?[-_ ]+/u

/** A title for a page without a heading, from its name, or its folder's where the name says nothing. */
export function titleFromPath(path: string): string {
  const segments = path.split('/')
  const name = segments.pop() ?? path
  const telling = isIndexPath(name) ? (segments.pop() ?? name) : name
  const words = withoutPageExtension(telling).replace(DATE_PREFIX, '')
  return words.replace(/[-_]+/gu, ' ').trim() || telling
}
