import type { Headline, Writer } from './headline.ts'
import type { ArchivePlan } from './plan.ts'
import { Random, deriveSeed } from './random.ts'
import type { Vocabulary } from './vocabulary.ts'
import { zipfSampler } from './zipf.ts'

const DAY_MS = 86_400_000
const LAST_DAY_MS = Date.UTC(2019, 11, 31)
const GENERATIONS = 4
const UNRESOLVED_SHARE = 0.1
const SUMMARY_SHARE = 0.35
const MISSING_EVENTS = 2 ** 20

const LATIN_WORDS = { sources: 'Source', related: 'Related', changes: 'Changes', tail: 'Context:' }
const CHINESE_WORDS = { sources: '信息来源', related: '有关', changes: '更改', tail: '消息:' }

/** Writes the pages of an archive, each the same however often it is asked for. */
export interface PageWriter {
  /** `news/2008/06/6`: the folder of a day, relative to the archive. */
  dayFolder(day: number): string
  headline(event: number): Headline
  eventPage(event: number): string
  dayPage(day: number): string
}

/** What a page is made of depends on when its site was built. */
interface Style {
  hasFormats: boolean
  hasTopics: boolean
  hasPictures: boolean
  hasChanges: boolean
}

function styleOf(generation: number): Style {
  return {
    hasFormats: generation === 0 || generation === 3,
    hasTopics: generation !== 1,
    hasPictures: generation >= 2,
    hasChanges: generation >= 2,
  }
}

/** Make the page writer of a plan; seed and vocabulary are those the plan was made with. */
export function makePageWriter(options: {
  plan: ArchivePlan
  seed: number
  vocabulary: Vocabulary
  writer: Writer
}): PageWriter {
  const { plan, seed, vocabulary, writer } = options
  const drawOutlet = zipfSampler(vocabulary.outlets.length)
  const nameOf = (entity: number) => vocabulary.entities[entity]!

  const dateOf = (day: number) => {
    const date = new Date(LAST_DAY_MS - (plan.days - 1 - day) * DAY_MS)
    const month = String(date.getUTCMonth() + 1).padStart(2, '0')
    return { year: date.getUTCFullYear(), month, day: date.getUTCDate() }
  }
  const dayFolder = (day: number) => {
    const date = dateOf(day)
    return `news/${date.year}/${date.month}/${date.day}`
  }
  const dayTitle = (day: number) => {
    const date = dateOf(day)
    return `${date.year}-${date.month}-${date.day}`
  }
  const styleOfDay = (day: number) => styleOf(Math.floor((day * GENERATIONS) / plan.days))
  const headline = (event: number) => writer.headline(event, plan.entitiesOf(event))

  function summary(event: number): string {
    const random = new Random(deriveSeed(seed, 4, event))
    if (!random.chance(SUMMARY_SHARE)) return ''
    const write = plan.isChinese(event) ? writer.chineseSentence : writer.sentence
    return write(random, random.between(14, 50)).replaceAll(
      ', ',
      random.chance(0.1) ? '&#039; ' : ', ',
    )
  }

  function sourceLines(random: Random, style: Style): string[] {
    const lines: string[] = []
    for (let number = random.pick([1, 1, 1, 1, 2, 2, 3]); number > 0; number -= 1) {
      const outlet = vocabulary.outlets[drawOutlet(random)]!
      const words = writer
        .sentence(random, 6)
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .slice(0, -1)
      const address = `http://${outlet.host}/${random.between(1000, 999_999)}/${words}`
      const picture =
        style.hasPictures && random.chance(0.4)
          ? ` [IMG](http://img.${outlet.host}/${words}.jpg)`
          : ''
      lines.push(`${lines.length + 1}. [${outlet.name}](${address}.html)${picture}`)
    }
    if (style.hasPictures && random.chance(0.15)) {
      lines.push(
        `${lines.length}. [Cover Image](https://img.host.example/${random.nextUint32()}.jpg)`,
      )
    }
    return lines
  }

  function relationLine(event: number, random: Random, taken: Set<number>): string | null {
    const entities = plan.entitiesOf(event)
    const shared = random.pick(entities)
    const prefix = plan.isChinese(event) && random.chance(0.5) ? '/zh' : ''
    const tail = plan.isChinese(event) ? CHINESE_WORDS.tail : LATIN_WORDS.tail
    if (random.chance(UNRESOLVED_SHARE)) {
      const missing = writer.headline(plan.events + random.below(MISSING_EVENTS), [shared])
      const folder = dayFolder(random.below(plan.days))
      return link(missing, `${prefix}/${folder}`) + ` _${tail} ${nameOf(shared)}_`
    }
    const kin = plan.pickEventOf(shared, random)
    // A rare entity ties too few events to fill a page.
    const target = taken.has(kin) ? random.below(plan.events) : kin
    if (taken.has(target)) return null
    taken.add(target)
    const targets = plan.entitiesOf(target)
    const ties = entities.filter((entity) => entity === shared || targets.includes(entity))
    const folder = dayFolder(plan.dayOf(target))
    return (
      link(headline(target), `${prefix}/${folder}`) + ` _${tail} ${ties.map(nameOf).join(', ')}_`
    )
  }

  function relationLines(event: number, random: Random): string[] {
    const wanted = random.pick([10, 10, 10, 10, 10, 10, 10, 10, 8, 5])
    const taken = new Set([event])
    const lines: string[] = []
    for (let tries = 0; tries < 2 * wanted && lines.length < wanted; tries += 1) {
      const line = relationLine(event, random, taken)
      if (line !== null) lines.push(`${lines.length + 1}. ${line}`)
    }
    return lines
  }

  function changeLines(event: number, random: Random): string[] {
    const folder = `/${dayFolder(plan.dayOf(event))}`
    const first = writer.headline(
      plan.events + random.below(MISSING_EVENTS),
      plan.entitiesOf(event),
    )
    const time = `${random.between(10, 23)}:${random.between(10, 59)}:${random.between(10, 59)}`
    return [
      `1. ${link(first, folder)} _${isoDay(dayTitle(plan.dayOf(event)))} ${time} (First version)_`,
      `1. ${link(headline(event), folder)} _(Current version)_`,
    ]
  }

  function eventPage(event: number): string {
    const random = new Random(deriveSeed(seed, 5, event))
    const day = plan.dayOf(event)
    const style = styleOfDay(day)
    const words = plan.isChinese(event) ? CHINESE_WORDS : LATIN_WORDS
    const { title, slug } = headline(event)
    const path = `/${dayFolder(day)}/${slug}`
    let text = style.hasFormats ? formats(path) : ''
    text += `### [${dayTitle(day)}](/${dayFolder(day)}/index.md)\n\n`
    if (style.hasTopics) text += `##### ${nameOf(plan.entitiesOf(event)[0]!)}\n`
    text += `#  ${title} \n\n${summary(event)}\n\n\n`
    if (random.chance(0.9)) text += section(words.sources, sourceLines(random, style))
    text += section(words.related, relationLines(event, random))
    if (style.hasChanges && random.chance(0.1)) {
      text += section(words.changes, changeLines(event, random))
    }
    return text
  }

  function dayPage(day: number): string {
    const style = styleOfDay(day)
    const folder = `/${dayFolder(day)}`
    let text = style.hasFormats ? formats(`${folder}/index`) : ''
    text += `## [${dayTitle(day)}](${folder}/index.md)\n\n`
    for (let event = plan.firstEventOf(day); event < plan.firstEventOf(day + 1); event += 1) {
      const entities = plan.entitiesOf(event).map(nameOf)
      if (style.hasTopics) text += `##### ${entities[0]!}\n`
      text += `### ${link(headline(event), folder)}\n`
      text += `${summary(event) || `_Context: ${entities.join(', ')}_`}\n\n`
    }
    return day === 0 ? text : `${text}## [Previous Day...](/${dayFolder(day - 1)}/index.md)\n`
  }

  return { dayFolder, headline, eventPage, dayPage }
}

function formats(path: string): string {
  return `\nFormats: [HTML](${path}.html)  [JSON](${path}.json)  [XML](${path}.xml)  \n\n`
}

function link({ title, slug }: Headline, folder: string): string {
  return `[${title} ](${folder}/${slug}.md)`
}

function section(title: string, lines: string[]): string {
  return lines.length === 0 ? '' : `### ${title}:\n\n${lines.join('\n')}\n\n`
}

/** `2008-06-6` → `2008-06-06`. */
function isoDay(title: string): string {
  return title.replace(/-(\d)$/, '-0$1')
}
