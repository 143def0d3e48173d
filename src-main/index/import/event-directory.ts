import { basename } from 'node:path'
import type { EventId } from '#shared/event.ts'
import { copyString } from './interner.ts'
import {
  countCommonStart,
  countCommonTail,
  countSegments,
  joinLink,
  nameOf,
  parentOf,
  toComparablePath,
} from './link-path.ts'
import type { NumberedEvents } from './messages.ts'

/** An event a link may lead to. */
export interface KnownEvent {
  key: EventId
  /** Row id; 0 where none is known yet. */
  number: number
}

interface Entry extends KnownEvent {
  comparable: string
}

/** Year, month, day and slug: what two links to one event have in common at least. */
const TELLING_SEGMENTS = 4
/** Names like `index` may be many; a link that tells no more than that resolves to none of them. */
const MAX_CANDIDATES = 200
const MAX_REMEMBERED = 200_000
const NUMBER = /^\d+$/u

/** Finds the event a link leads to, wherever links start and however they are written. */
export class EventDirectory {
  readonly #byPath = new Map<string, Entry>()
  readonly #byName = new Map<string, Entry[]>()
  /** Folders by comparable path. */
  readonly #folders = new Map<string, string>([['', '']])
  readonly #rootName: string
  /** Events by links that lead to them from everywhere. */
  readonly #remembered = new Map<string, Entry>()
  readonly #rememberedFolders = new Map<string, string | null>()

  /** @param root - Absolute path of the archive, which may itself be named for a year. */
  constructor(root: string) {
    this.#rootName = toComparablePath(basename(root))
  }

  add({ keys, numbers }: NumberedEvents): void {
    this.#remembered.clear()
    this.#rememberedFolders.clear()
    keys.forEach((key, index) => {
      const number = numbers[index] ?? 0
      const comparable = toComparablePath(key)
      const known = this.#byPath.get(comparable)
      if (known?.key === key) {
        known.number = number
        return
      }
      const entry = { key, number, comparable }
      if (!known) this.#byPath.set(comparable, entry)
      const name = nameOf(comparable)
      const others = this.#byName.get(name)
      if (others) others.push(entry)
      else this.#byName.set(name, [entry])
      const folder = parentOf(key)
      const comparableFolder = parentOf(comparable)
      if (!this.#folders.has(comparableFolder)) this.#folders.set(comparableFolder, folder)
    })
  }

  remove(keys: readonly EventId[]): void {
    this.#remembered.clear()
    for (const key of keys) {
      const comparable = toComparablePath(key)
      if (this.#byPath.get(comparable)?.key === key) this.#byPath.delete(comparable)
      const name = nameOf(comparable)
      const others = this.#byName.get(name)?.filter((entry) => entry.key !== key)
      if (others) this.#byName.set(name, others)
    }
  }

  /**
   * The event a link leads to: the one whose path shares the longest tail of segments with it.
   *
   * @param target - Decoded, NFC, without the extension of a page.
   * @param from - Id of the page that holds the link.
   */
  find(target: string, from: EventId): KnownEvent | null {
    const isRooted = target.startsWith('/')
    const known = isRooted ? this.#remembered.get(target) : undefined
    if (known) return known
    const link = toComparablePath(joinLink(target, from))
    const exact = this.#byPath.get(link)
    if (exact) {
      if (isRooted) this.#remember(target, exact)
      return exact
    }
    const written = isRooted ? link : toComparablePath(joinLink(`/${target}`, from))
    const candidates = this.#byName.get(nameOf(written)) ?? []
    if (candidates.length > MAX_CANDIDATES) return null
    const nearest = this.#pickNearest(candidates, written, toComparablePath(from))
    if (nearest && isRooted && candidates.length === 1) this.#remember(target, nearest)
    return nearest
  }

  /** The same links stand in many pages. */
  #remember(target: string, entry: Entry): void {
    if (this.#remembered.size >= MAX_REMEMBERED) this.#remembered.clear()
    this.#remembered.set(copyString(target), entry)
  }

  #pickNearest(candidates: readonly Entry[], link: string, from: string): Entry | null {
    let best: Entry | null = null
    let bestTail = 0
    let bestStart = -1
    const linkLength = countSegments(link)
    for (const entry of candidates) {
      const tail = countCommonTail(link, entry.comparable)
      const length = countSegments(entry.comparable)
      if (tail < Math.min(TELLING_SEGMENTS, linkLength, length) || tail < bestTail) continue
      if (tail === length && this.#contradictsRoot(link.split('/').at(-1 - tail))) continue
      const start = countCommonStart(entry.comparable, from)
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
    const parents = `${parentOf(path)}\n${parentOf(from)}`
    let folder = this.#rememberedFolders.get(parents)
    if (folder === undefined) {
      folder = this.#findFolder(toComparablePath(parentOf(path)), parentOf(from))
      if (this.#rememberedFolders.size >= MAX_REMEMBERED) this.#rememberedFolders.clear()
      this.#rememberedFolders.set(parents, folder)
    }
    if (folder === null) return path
    return folder === '' ? nameOf(path) : `${folder}/${nameOf(path)}`
  }

  #findFolder(wanted: string, fromFolder: string): string | null {
    const whole = this.#folders.get(wanted)
    if (whole !== undefined) return whole
    const segments = wanted.split('/')
    const own = toComparablePath(fromFolder)
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
