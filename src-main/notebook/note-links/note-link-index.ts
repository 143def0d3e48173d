import type { NoteLink } from '#shared/notebook-api.ts'
import { type FoundLink, findLinks, mayHoldLinks } from './find-links.ts'
import { eventName, linkedName } from './link-name.ts'
import { Slices } from '../slices.ts'

/** A text of the notebook that may hold links. */
export interface LinkingText {
  kind: NoteLink['kind']
  /** Id of the annotation, collection or claim. */
  id: string
  /** Id of the entry of a remark; `null` else. */
  entryId: string | null
}

/** A link and the text that holds it. */
export interface PlacedLink extends FoundLink {
  source: LinkingText
}

interface UnreadText {
  source: LinkingText
  text: string
}

/**
 * The links of all texts of the notebook by the names they lead to. A text that was changed is only
 * noted down; it is read when somebody asks next, in slices, so that no save waits for it.
 */
export class NoteLinkIndex {
  readonly #unread = new Map<string, UnreadText>()
  readonly #byText = new Map<string, PlacedLink[]>()
  readonly #byName = new Map<string, Map<string, PlacedLink[]>>()
  readonly #slices = new Slices()
  #reading: Promise<void> | null = null

  /** @param text - Markdown; `null` where the text is gone. */
  set(source: LinkingText, text: string | null): void {
    const key = keyOf(source)
    this.#unread.delete(key)
    this.#forget(key)
    if (text !== null && mayHoldLinks(text)) this.#unread.set(key, { source, text })
  }

  /** Links that may lead to an event: those that lead to its name. */
  async find(eventId: string): Promise<PlacedLink[]> {
    this.#reading ??= this.#readAll().finally(() => (this.#reading = null))
    await this.#reading
    return [...(this.#byName.get(eventName(eventId))?.values() ?? [])].flat()
  }

  async #readAll(): Promise<void> {
    for (const [key, unread] of this.#unread) {
      const links = await this.#slices.run(findLinks(unread.text))
      // Meanwhile the text may have become another, which is read in its turn.
      if (this.#unread.get(key) !== unread) continue
      this.#unread.delete(key)
      this.#remember(
        key,
        links.map((link) => ({ ...link, source: unread.source })),
      )
    }
  }

  #remember(key: string, links: PlacedLink[]): void {
    if (links.length > 0) this.#byText.set(key, links)
    for (const link of links) {
      const name = linkedName(link.href)
      const texts = this.#byName.get(name) ?? new Map<string, PlacedLink[]>()
      this.#byName.set(name, texts.set(key, [...(texts.get(key) ?? []), link]))
    }
  }

  #forget(key: string): void {
    for (const { href } of this.#byText.get(key) ?? []) {
      const texts = this.#byName.get(linkedName(href))
      texts?.delete(key)
      if (texts?.size === 0) this.#byName.delete(linkedName(href))
    }
    this.#byText.delete(key)
  }
}

function keyOf({ kind, id, entryId }: LinkingText): string {
  return `${kind} ${id} ${entryId ?? ''}`
}
