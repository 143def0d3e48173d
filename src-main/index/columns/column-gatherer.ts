import { LINK_BYTES, LINK_TARGET_OFFSET } from '../packed-links.ts'
import { Ordinals } from '../query/ordinals.ts'
import type { ColumnName } from './column-names.ts'
import { type ListsByEvent, invertLists } from './lists-by-event.ts'
import { NumberGatherer } from './number-gatherer.ts'

/** What the columns take of an event. Its three lists come as one, since that halves the time. */
export type ColumnRow = [
  id: number,
  entityBytes: number,
  hostBytes: number,
  entitiesHostsLinks: Uint8Array,
  topic: string | null,
  flags: number,
]

type ColumnData = Uint8Array | Uint32Array | Float64Array

const gatherIntegers = () => new NumberGatherer((length) => new Uint32Array(length))
const gatherRowIds = () => new NumberGatherer((length) => new Float64Array(length))

/** Makes columns of events that come in order of row id. */
export class ColumnGatherer {
  readonly #ids = gatherRowIds()
  readonly #entities = { starts: gatherIntegers(), values: gatherIntegers() }
  readonly #hosts = { starts: gatherIntegers(), values: gatherIntegers() }
  readonly #links = { starts: gatherIntegers(), targets: gatherRowIds() }
  readonly #topics = gatherIntegers()
  readonly #topicNumbers = new Map<string, number>()
  readonly #flags = new NumberGatherer((length) => new Uint8Array(length))

  add([id, entityBytes, hostBytes, bytes, topic, flags]: ColumnRow): void {
    this.#ids.push(id)
    this.#topics.push(this.#numberOfTopic(topic))
    this.#flags.push(flags)
    this.#entities.starts.push(this.#entities.values.length)
    this.#hosts.starts.push(this.#hosts.values.length)
    this.#links.starts.push(this.#links.targets.length)

    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const firstLink = entityBytes + hostBytes
    for (let at = 0; at < firstLink; at += Uint32Array.BYTES_PER_ELEMENT) {
      const list = at < entityBytes ? this.#entities : this.#hosts
      list.values.push(view.getUint32(at, true))
    }
    for (let at = firstLink; at < bytes.byteLength; at += LINK_BYTES) {
      const target = view.getFloat64(at + LINK_TARGET_OFFSET, true)
      if (target !== 0) this.#links.targets.push(target)
    }
  }

  /** All columns; afterwards nothing can be added. */
  finish() {
    const ordinals = new Ordinals(this.#ids.take())
    for (const { starts, values } of [this.#entities, this.#hosts]) starts.push(values.length)
    const links = this.#resolveLinks(ordinals)
    const backlinks = invertLists(links, ordinals.size)
    return {
      ids: ordinals.ids,
      entity_starts: this.#entities.starts.take(),
      entity_values: this.#entities.values.take(),
      host_starts: this.#hosts.starts.take(),
      host_values: this.#hosts.values.take(),
      link_starts: links.starts,
      backlink_starts: backlinks.starts,
      backlink_values: backlinks.values,
      topics: this.#topics.take(),
      topic_names: Buffer.from(JSON.stringify(['', ...this.#topicNumbers.keys()])),
      flags: this.#flags.take(),
    } satisfies Partial<Record<ColumnName, ColumnData>>
  }

  #resolveLinks(ordinals: Ordinals): ListsByEvent {
    const starts = this.#links.starts.take()
    const targets = this.#links.targets.take()
    const links = { starts: gatherIntegers(), values: gatherIntegers() }
    for (let at = 0; at < starts.length; at++) {
      links.starts.push(links.values.length)
      const end = starts[at + 1] ?? targets.length
      for (const target of targets.subarray(starts[at], end)) {
        const ordinal = ordinals.find(target)
        if (ordinal >= 0) links.values.push(ordinal)
      }
    }
    links.starts.push(links.values.length)
    return { starts: links.starts.take(), values: links.values.take() }
  }

  #numberOfTopic(topic: string | null): number {
    if (topic === null || topic === '') return 0
    const known = this.#topicNumbers.get(topic)
    if (known !== undefined) return known
    const number = this.#topicNumbers.size + 1
    this.#topicNumbers.set(topic, number)
    return number
  }
}
