import { Random, deriveSeed } from './random.ts'
import type { Vocabulary } from './vocabulary.ts'
import { zipfSampler } from './zipf.ts'

const ENTITIES_PER_EVENT = 3
const CHINESE_SHARE = 0.05
const DAY_PAGE_ONLY_SHARE = 0.03
const FEWEST_A_DAY = 6
const MOST_A_DAY = 20

/** Which event happened when, and what it is about: numbers only, so that a million fit in memory. */
export interface ArchivePlan {
  events: number
  days: number
  dayOf(event: number): number
  /** The first event of a day; for `days`, the number of events. */
  firstEventOf(day: number): number
  /** One to three entities, the leading one first. */
  entitiesOf(event: number): number[]
  isChinese(event: number): boolean
  /** Whether the event has no page of its own and is known from its day page alone. */
  isDayPageOnly(event: number): boolean
  /** An event that names the entity, drawn evenly. */
  pickEventOf(entity: number, random: Random): number
}

/** Lay out an archive of so many events. */
export function makePlan(options: {
  events: number
  seed: number
  vocabulary: Vocabulary
}): ArchivePlan {
  const { events, seed, vocabulary } = options
  const dayStarts = drawDays(events, new Random(deriveSeed(seed, 1, 0)))
  const dayOf = new Uint32Array(events)
  for (let day = 0; day < dayStarts.length - 1; day += 1) {
    dayOf.fill(day, dayStarts[day], dayStarts[day + 1])
  }
  const { entities, isChinese, isDayPageOnly } = drawEvents(events, seed, vocabulary)
  const { starts, members } = groupByEntity(entities, vocabulary.entities.length)

  return {
    events,
    days: dayStarts.length - 1,
    dayOf: (event) => dayOf[event]!,
    firstEventOf: (day) => dayStarts[day]!,
    entitiesOf: (event) => {
      const first = event * ENTITIES_PER_EVENT
      return [...new Set(entities.subarray(first, first + ENTITIES_PER_EVENT))]
    },
    isChinese: (event) => isChinese[event] === 1,
    isDayPageOnly: (event) => isDayPageOnly[event] === 1,
    pickEventOf: (entity, random) =>
      members[random.between(starts[entity]!, starts[entity + 1]! - 1)]!,
  }
}

function drawDays(events: number, random: Random): number[] {
  const starts = [0]
  for (let next = 0; next < events;) {
    next = Math.min(events, next + random.between(FEWEST_A_DAY, MOST_A_DAY))
    starts.push(next)
  }
  return starts
}

function drawEvents(events: number, seed: number, vocabulary: Vocabulary) {
  const { firstChineseEntity } = vocabulary
  const drawLatin = zipfSampler(firstChineseEntity)
  const drawChinese = zipfSampler(vocabulary.entities.length - firstChineseEntity)
  const entities = new Uint16Array(events * ENTITIES_PER_EVENT)
  const isChinese = new Uint8Array(events)
  const isDayPageOnly = new Uint8Array(events)
  const random = new Random(deriveSeed(seed, 2, 0))
  for (let event = 0; event < events; event += 1) {
    const chinese = random.chance(CHINESE_SHARE)
    isChinese[event] = Number(chinese)
    isDayPageOnly[event] = Number(random.chance(DAY_PAGE_ONLY_SHARE))
    for (let place = 0; place < ENTITIES_PER_EVENT; place += 1) {
      entities[event * ENTITIES_PER_EVENT + place] = chinese
        ? firstChineseEntity + drawChinese(random)
        : drawLatin(random)
    }
  }
  return { entities, isChinese, isDayPageOnly }
}

/** The events of entity e are `members[starts[e]]` up to `members[starts[e + 1]]`, exclusive. */
function groupByEntity(entities: Uint16Array, entityCount: number) {
  const starts = new Uint32Array(entityCount + 1)
  for (const entity of entities) starts[entity + 1]! += 1
  for (let entity = 0; entity < entityCount; entity += 1) starts[entity + 1]! += starts[entity]!
  const members = new Uint32Array(entities.length)
  const next = starts.slice()
  for (const [place, entity] of entities.entries()) {
    members[next[entity]!] = Math.floor(place / ENTITIES_PER_EVENT)
    next[entity]! += 1
  }
  return { starts, members }
}
