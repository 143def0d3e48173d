import { basename } from 'node:path'
import type { EventId } from '#shared/event.ts'
import type { WrittenPath } from '#shared/page.ts'
import { copyString } from './interner.ts'
import {
  MAX_CANDIDATES,
  countCommonStart,
  countCommonTail,
  countSegments,
  joinLink,
  nameOf,
  parentOf,
  toComparablePath,
} from './link-path.ts'
import type { NumberedEvents } from './messages.ts'
import { type SharedEvents, SharedEventReader } from './shared-events.ts'

/** An event a link may lead to. */
export interface KnownEvent {
  key: EventId
  /** Row id; 0 where none is known yet. */
  number: number
}

interface Entry extends KnownEvent {
  /** The key in lower case. */
  path: string
}

/** Year, month, day and slug: what two links to one event have in common at least. */
const TELLING_SEGMENTS = 4
const MAX_REMEMBERED = 100_000
const NUMBER = /^\d+$/u

/** Finds the event a link leads to, wherever links start and however they are written. */
export class EventDirectory {
  /** Most events; those that were added or removed since come before them. */
  #shared: SharedEventReader | null = null
  #hasChanged = false
  readonly #removed = new Set<EventId>()
  readonly #byPath = new Map<string, Entry>()
  /** Nearly every name is that of one event alone. */
  readonly #byName = new Map<string, Entry | Entry[]>()
  /** Folders as they are written by how they are compared. */
  readonly #folders = new Map<string, string>([['', '']])
  readonly #rootName: string
  /** Events by links that lead to them from everywhere. */
  readonly #remembered = new Map<string, Entry>()
  /** What was found last for the links of the pages of one folder. */
  readonly #rememberedFolders = new Map<string, string | null>()
  #rememberedFrom = ''

  /** @param root - Absolute path of the archive, which may itself be named for a year. */
  constructor(root: string) {
    this.#rootName = basename(root)
  }

  /** Begin with events that other threads know, too. */
  share(events: SharedEvents): void {
    this.#shared = new SharedEventReader(events)
    this.#enterFolders(events.folders)
    this.#enter(events.others)
  }

  add(events: NumberedEvents): void {
    this.#hasChanged = true
    this.#enterFolders(events.keys.map(parentOf))
    this.#enter(events)
  }

  #enter({ keys, numbers }: NumberedEvents): void {
    this.#remembered.clear()
    keys.forEach((key, index) => {
      const number = numbers[index] ?? 0
      const lower = key.toLowerCase()
      // Keys are many, and nearly all of them are in lower case.
      const path = lower === key ? key : lower
      const own = this.#byPath.get(path)
      if (own?.key === key) {
        own.number = number
        return
      }
      const entry = { key, number, path }
      const first = own ?? this.#findShared(path)
      if (!first || first.key === key) this.#byPath.set(path, entry)
      const name = nameOf(path)
      const others = this.#byName.get(name)
      if (Array.isArray(others)) others.push(entry)
      else this.#byName.set(name, others ? [others, entry] : entry)
    })
  }

  #enterFolders(folders: readonly string[]): void {
    this.#rememberedFolders.clear()
    let last: string | null = null
    for (const folder of folders) {
      if (folder === last) continue
      last = folder
      const comparable = toComparablePath(folder)
      if (!this.#folders.has(comparable)) this.#folders.set(comparable, folder)
    }
  }

  remove(keys: readonly EventId[]): void {
    this.#hasChanged = true
    this.#remembered.clear()
    for (const key of keys) {
      this.#removed.add(key)
      const path = key.toLowerCase()
      if (this.#byPath.get(path)?.key === key) this.#byPath.delete(path)
      const name = nameOf(path)
      const others = this.#listOwn(name).filter((entry) => entry.key !== key)
      this.#byName.set(name, others)
    }
  }

  #findShared(path: string): Entry | null {
    const number = this.#shared?.numberOf(path) ?? -1
    return number < 0 || this.#removed.has(path) ? null : { key: path, number, path }
  }

  #findPath(path: string): Entry | null {
    return recall(this.#byPath, path) ?? this.#findShared(path)
  }

  #listOwn(name: string): Entry[] {
    const entries = recall(this.#byName, name) ?? []
    return Array.isArray(entries) ? entries : [entries]
  }

  #listNamesakes(name: string): Entry[] {
    const shared = this.#shared?.listNamesakes(name) ?? []
    const entries = shared
      .filter((path) => this.#byPath.get(path)?.key !== path)
      .flatMap((path) => this.#findShared(path) ?? [])
    const own = this.#listOwn(name)
    return own.length > 0 ? entries.concat(own) : entries
  }

  /** Row id of the event a path is the id of, as most links are written; 0 where that is not known. */
  numberAt({ bytes, start, end }: WrittenPath): number {
    const number = this.#hasChanged ? 0 : (this.#shared?.numberAt(bytes, start, end) ?? 0)
    return Math.max(number, 0)
  }

  /**
   * The event a link leads to: the one whose path shares the longest tail of segments with it.
   *
   * @param target - Decoded, NFC, without the extension of a page.
   * @param from - Id of the page that holds the link.
   */
  find(target: string, from: EventId): KnownEvent | null {
    const isRooted = target.startsWith('/')
    // Nearly every link is written as the path it leads to.
    const plain = isRooted ? this.#findPath(target.slice(1)) : null
    if (plain) return plain
    const link = joinLink(target, from).toLowerCase()
    const exact = isRooted && link === target.slice(1) ? null : this.#findPath(link)
    if (exact) return exact
    const known = isRooted ? recall(this.#remembered, link) : undefined
    if (known) return known
    const written = isRooted ? link : joinLink(`/${target}`, from).toLowerCase()
    const candidates = this.#listNamesakes(nameOf(written))
    if (candidates.length > MAX_CANDIDATES) return null
    const nearest = this.#pickNearest(candidates, written, from.toLowerCase())
    if (nearest && isRooted && candidates.length === 1) this.#remember(link, nearest)
    return nearest
  }

  /** The same links stand in many pages. */
  #remember(link: string, entry: Entry): void {
    if (this.#remembered.size >= MAX_REMEMBERED) this.#remembered.clear()
    this.#remembered.set(copyString(link), entry)
  }

  #pickNearest(candidates: readonly Entry[], link: string, from: string): Entry | null {
    let best: Entry | null = null
    let bestTail = 0
    let bestStart = -1
    const linkLength = countSegments(link)
    for (const entry of candidates) {
      const tail = countCommonTail(link, entry.path)
      const length = countSegments(entry.path)
      if (tail < Math.min(TELLING_SEGMENTS, linkLength, length) || tail < bestTail) continue
      if (tail === length && this.#contradictsRoot(link.split('/').at(-1 - tail))) continue
      const start = countCommonStart(entry.path, from)
      if (tail === bestTail && start <= bestStart) continue
      best = entry
      bestTail = tail
      bestStart = start
    }
    return best
  }

  /** In an archive opened at `2008`, a link to `2010/06/6/…` leads out of it. */
  #contradictsRoot(segment: string | undefined): boolean {
    const areNumbers = NUMBER.test(this.#rootName) && NUMBER.test(segment ?? '')
    return areNumbers && segment !== this.#rootName
  }

  /**
   * The id an event would have whose page a link leads to: in the folder of the archive that
   * shares the longest tail with the link's, else the link's own path.
   */
  keyOf(target: string, from: EventId): EventId {
    const path = joinLink(target, from)
    const folder = this.#findFolder(parentOf(path), parentOf(from))
    if (folder === null) return path
    return folder === '' ? nameOf(path) : `${folder}/${nameOf(path)}`
  }

  #findFolder(wanted: string, from: string): string | null {
    const comparable = toComparablePath(wanted)
    const whole = this.#folders.get(comparable)
    if (whole !== undefined) return whole
    if (from !== this.#rememberedFrom) this.#rememberedFolders.clear()
    this.#rememberedFrom = from
    let folder = this.#rememberedFolders.get(wanted)
    if (folder === undefined) {
      folder = this.#findNearestFolder(comparable.split('/'), toComparablePath(from))
      this.#rememberedFolders.set(wanted, folder)
    }
    return folder
  }

  #findNearestFolder(segments: readonly string[], own: string): string | null {
    for (let dropped = 0; dropped < segments.length; dropped++) {
      const tail = segments.slice(dropped).join('/')
      const isTelling = dropped === 0 || segments.length - dropped >= TELLING_SEGMENTS - 1
      for (let base = isTelling ? own : ''; ; base = parentOf(base)) {
        const folder = this.#folders.get(base === '' ? tail : `${base}/${tail}`)
        const isLedOut = base === '' && this.#contradictsRoot(segments[dropped - 1])
        if (folder !== undefined && !isLedOut && (isTelling || tail === own)) return folder
        if (base === '') break
      }
    }
    return null
  }
}

/** Look up what is mostly not there: even an empty map keeps the string it is asked for. */
function recall<Value>(map: ReadonlyMap<string, Value>, key: string): Value | undefined {
  return map.size > 0 ? map.get(key) : undefined
}
