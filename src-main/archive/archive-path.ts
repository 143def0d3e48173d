const PAGE_EXTENSION = /\.(?:md|markdown)$/iu
const INDEX_NAME = /^(?:index|readme)(?:\.[a-z]+)?$/iu

/** Whether a file of this name is a page. */
export function isPageName(name: string): boolean {
  return PAGE_EXTENSION.test(name)
}

/** A path without the extension of a page. */
export function withoutPageExtension(path: string): string {
  return path.endsWith('.md') ? path.slice(0, -3) : path.replace(PAGE_EXTENSION, '')
}

/** Whether a path leads to the page of a folder (`index.md`, `README.md`), with or without extension. */
export function isIndexPath(path: string): boolean {
  return INDEX_NAME.test(path.slice(path.lastIndexOf('/') + 1))
}

/** Whether a file or folder is hidden by convention (`.git`, `.obsidian`). */
export function isHiddenName(name: string): boolean {
  return name.startsWith('.')
}
