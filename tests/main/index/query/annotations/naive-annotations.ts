import { ANCHOR_STATUSES } from '#shared/anchor.ts'
import type { SearchableAnnotation } from '#shared/notebook-marks.ts'
import { parseQuery } from '#shared/search-query/parse-query.ts'
import type { QueryNode, TermNode } from '#shared/search-query/query-tree.ts'
import type { AnnotationSort } from '#shared/search.ts'
import type { TestEvent } from '../make-index.ts'
import { NaiveArchive, type TestNotebook, isWithin, pickNames } from '../naive-archive.ts'
import { hasWords, hasWordsExactly } from '../naive-words.ts'

/** Answers queries about annotations by looking at every one of them. */
export class NaiveAnnotations {
  readonly #events: TestEvent[]
  readonly #notebook: TestNotebook
  readonly #archive: NaiveArchive

  constructor(events: TestEvent[], notebook: TestNotebook, isImporting: boolean) {
    this.#events = events
    this.#notebook = notebook
    this.#archive = new NaiveArchive(events, notebook, isImporting)
  }

  find(query: string): SearchableAnnotation[] {
    const { root } = parseQuery(query)
    return this.#notebook.annotations.filter((one) => root === null || this.#matches(one, root))
  }

  statusOf(annotation: SearchableAnnotation) {
    return this.#archive.statusOf(annotation)
  }

  count(found: SearchableAnnotation[]): Record<string, number> {
    const statuses = found.map((one) => this.statusOf(one))
    return Object.fromEntries(
      ANCHOR_STATUSES.map((status) => [status, statuses.filter((one) => one === status).length]),
    )
  }

  sort(found: SearchableAnnotation[], sort: AnnotationSort): SearchableAnnotation[] {
    const keysOf = (one: SearchableAnnotation): (string | number)[] => {
      const { created, modified, eventDate, eventId, id } = one
      const event = [invert(eventDate ?? ''), eventId]
      if (sort === 'modified') return [invert(modified), id]
      if (sort === 'created') return [invert(created), id]
      if (sort === 'date') return [...event, invert(created), id]
      return [...event, this.#archive.startOf(one), created, id]
    }
    return found.toSorted((one, other) => compare(keysOf(one), keysOf(other)))
  }

  #matches(annotation: SearchableAnnotation, node: QueryNode): boolean {
    switch (node.kind) {
      case 'all':
        return node.children.every((child) => this.#matches(annotation, child))
      case 'any':
        return node.children.some((child) => this.#matches(annotation, child))
      case 'not':
        return !this.#matches(annotation, node.child)
      case 'mark':
        return this.#archive.isMarked(annotation, node.test)
      case 'has':
        if (node.what === 'note') return annotation.note.trim() !== ''
        if (node.what === 'highlight') return annotation.selector !== null
        if (node.what === 'tag') return annotation.tags.length > 0
        if (node.what === 'collection') return this.#collectionsOf(annotation).length > 0
        if (node.what === 'claim') return this.#archive.isEvidence(annotation)
        return this.#eventMatches(annotation, node)
      case 'date': {
        const event = this.#events.find(({ key }) => key === annotation.eventId)
        return isWithin(event ? event.date : annotation.eventDate, node.test)
      }
      case 'term':
        return this.#hasTerm(annotation, node)
    }
  }

  #hasTerm(annotation: SearchableAnnotation, term: TermNode): boolean {
    const has = (text: string) =>
      term.isExact ? hasWordsExactly(text, term.value) : hasWords(text, term)
    const isInEvent = () => this.#eventMatches(annotation, term)
    const isGone = !this.#events.some(({ key }) => key === annotation.eventId)
    switch (term.field) {
      case 'note':
        return has(annotation.note)
      case 'tag': {
        const known = this.#notebook.annotations.flatMap(({ tags }) => tags)
        const meant = pickNames(known, term, '/')
        return annotation.tags.some((tag) => meant.includes(tag))
      }
      case 'collection': {
        const known = this.#notebook.collections.map(({ name }) => name)
        const meant = pickNames(known, term, null, true)
        return this.#collectionsOf(annotation).some(({ name }) => meant.includes(name))
      }
      case 'text':
        if (has(annotation.note) || has(annotation.selector?.exact ?? '')) return true
        return isGone ? has(annotation.eventTitle) : isInEvent()
      case 'title':
        return isGone ? has(annotation.eventTitle) : isInEvent()
      case 'id':
        if (term.isPrefix) return annotation.eventId.startsWith(term.value)
        return annotation.eventId === term.value
      case 'topic':
      case 'entity':
      case 'source':
        return isInEvent()
    }
  }

  #collectionsOf({ eventId }: SearchableAnnotation) {
    return this.#notebook.collections.filter(({ eventIds }) => eventIds.includes(eventId))
  }

  #eventMatches({ eventId }: SearchableAnnotation, node: QueryNode): boolean {
    const event = this.#events.find(({ key }) => key === eventId)
    return event !== undefined && this.#archive.matches(event, node)
  }
}

/** Makes later dates come first. */
function invert(date: string): string {
  return date.padEnd(24).replace(/./gu, (sign) => String.fromCharCode(200 - sign.charCodeAt(0)))
}

function compare(one: (string | number)[], other: (string | number)[]): number {
  const at = one.findIndex((key, place) => key !== other[place])
  if (at < 0) return 0
  return one[at]! < other[at]! ? -1 : 1
}
