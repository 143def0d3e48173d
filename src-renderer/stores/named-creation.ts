import type { NamedSummary } from './named-list.ts'
import { useNotebookStore } from './notebook.ts'

export interface NamedCreationOptions {
  /** The names that are taken. */
  list: () => readonly NamedSummary[]
  make: (name: string) => Promise<NamedSummary>
  refresh: () => Promise<void>
  /** A name to begin with, by its number from 1 on. */
  untitled: (number: number) => string
}

/** Makes records that have names; one without a name gets one that waits to be replaced. */
export function createNamedCreation({ list, make, refresh, untitled }: NamedCreationOptions) {
  const notebook = useNotebookStore()
  /** The one that was just made and waits for its name. */
  let freshId: string | null = null

  /** @returns the id of the new one, or `null` where it could not be made. */
  async function create(name: string): Promise<string | null> {
    const made = await notebook.report(() => make(name))
    await refresh()
    return made?.id ?? null
  }

  /** Make one with a name that no other has. @returns its id, or `null` where it failed. */
  async function createUntitled(): Promise<string | null> {
    const names = new Set(list().map(({ name }) => name))
    let number = 1
    while (names.has(untitled(number))) number += 1
    freshId = await create(untitled(number))
    return freshId
  }

  /** @returns the id of the one that was just made without a name, the first time asked. */
  function takeFresh(): string | null {
    const id = freshId
    freshId = null
    return id
  }

  return { create, createUntitled, takeFresh }
}
