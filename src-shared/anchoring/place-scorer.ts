import { type EventText, findPart } from '../event-text.ts'
import type { TextSelector } from '../notebook.ts'
import { SILENT_FLOOR, WEIGHTS } from './anchor-bounds.ts'
import { BORDER, borderedContext, textAfter, textBefore } from './bordered-text.ts'
import { likeness } from './edit-distance.ts'
import { restAfter, restBefore, type SentenceRest } from './sentence-rest.ts'

/** A place in the text, and how like the quotation its words are. */
export interface FoundPlace {
  startUtf16: number
  endUtf16: number
  /** 0 to 1. */
  quoteLikeness: number
}

export interface ScoredPlace {
  startUtf16: number
  endUtf16: number
  text: string
  /** 0 to 1. */
  score: number
  /** How like the context before and after it is, 0 to 1. */
  prefixLikeness: number
  suffixLikeness: number
  /** Whether it has the very words. */
  isExact: boolean
  /** Whether it can be taken without asking, if no other place rivals it. */
  isSilent: boolean
  /** Whether it has the very words and all that the selector knows around them, letter for letter. */
  hasWholeContext: boolean
}

/** Weighs places against what a selector says of its own. */
export class PlaceScorer {
  readonly #eventText: EventText
  readonly #selector: TextSelector
  readonly #prefix: string
  readonly #suffix: string
  readonly #before: SentenceRest
  readonly #after: SentenceRest

  constructor(eventText: EventText, selector: TextSelector) {
    const { prefix, suffix } = borderedContext(selector)
    this.#eventText = eventText
    this.#selector = selector
    this.#prefix = prefix
    this.#suffix = suffix
    this.#before = restBefore(prefix)
    this.#after = restAfter(selector.exact, suffix)
  }

  /** A place that has the very words. */
  scoreExact(startUtf16: number): ScoredPlace {
    const endUtf16 = startUtf16 + this.#selector.exact.length
    const place = this.scoreChanged({ startUtf16, endUtf16, quoteLikeness: 1 })
    const isSilent =
      place.score >= SILENT_FLOOR &&
      this.#isInPart(startUtf16) &&
      this.#isSameSentence(startUtf16, endUtf16)
    const hasWholeContext = this.#hasWholeContext(startUtf16, endUtf16)
    return { ...place, isExact: true, isSilent, hasWholeContext }
  }

  /** A place that has other words. */
  scoreChanged({ startUtf16, endUtf16, quoteLikeness }: FoundPlace): ScoredPlace {
    const { text } = this.#eventText
    const isInPart = this.#isInPart(startUtf16)
    const prefix = this.#likenessBefore(startUtf16, isInPart)
    const suffix = this.#likenessAfter(endUtf16, isInPart)
    const distance = Math.abs(startUtf16 - this.#selector.startUtf16)
    const position = Math.max(0, 1 - distance / text.length)
    const won =
      WEIGHTS.quote * quoteLikeness +
      WEIGHTS.prefix * prefix +
      WEIGHTS.suffix * suffix +
      WEIGHTS.position * position
    return {
      startUtf16,
      endUtf16,
      text: text.slice(startUtf16, endUtf16),
      score: won / (WEIGHTS.quote + WEIGHTS.prefix + WEIGHTS.suffix + WEIGHTS.position),
      prefixLikeness: prefix,
      suffixLikeness: suffix,
      isExact: false,
      isSilent: false,
      hasWholeContext: false,
    }
  }

  #hasWholeContext(startUtf16: number, endUtf16: number): boolean {
    const { text } = this.#eventText
    const { prefix, suffix } = this.#selector
    return text.endsWith(prefix, startUtf16) && text.startsWith(suffix, endUtf16)
  }

  #isInPart(startUtf16: number): boolean {
    const { part } = this.#selector
    return part === undefined || findPart(this.#eventText, startUtf16)?.kind === part
  }

  /**
   * Whether what is known of the sentence around the words stands there, word for word. Where the
   * sentence goes on beyond that, all of the context must: its rest may be about somebody else.
   */
  #isSameSentence(startUtf16: number, endUtf16: number): boolean {
    const { text } = this.#eventText
    const before = textBefore(text, startUtf16, this.#prefix.length + SLACK)
    const after = textAfter(text, endUtf16, this.#suffix.length + SLACK)
    if (this.#before.isWhole && this.#after.isWhole) {
      return (
        isSameRest(restBefore(before), this.#before) &&
        isSameRest(restAfter(this.#selector.exact, after), this.#after)
      )
    }
    return before.endsWith(lastPart(this.#prefix)) && after.startsWith(firstPart(this.#suffix))
  }

  /** Half of it is the context within the part, where parts may have changed places; half is all of it. */
  #likenessBefore(startUtf16: number, isInPart: boolean): number {
    const wanted = this.#prefix
    if (wanted === '') return 0
    const found = textBefore(this.#eventText.text, startUtf16, wanted.length)
    const inPart = isInPart ? likeness(lastPart(wanted), lastPart(found)) : 0
    return (inPart + likeness(wanted, found)) / 2
  }

  #likenessAfter(endUtf16: number, isInPart: boolean): number {
    const wanted = this.#suffix
    if (wanted === '') return 0
    const found = textAfter(this.#eventText.text, endUtf16, wanted.length)
    const inPart = isInPart ? likeness(firstPart(wanted), firstPart(found)) : 0
    return (inPart + likeness(wanted, found)) / 2
  }
}

/** Room for the end of a sentence that stands a little further away now. */
const SLACK = 4

function isSameRest(one: SentenceRest, other: SentenceRest): boolean {
  return one.isWhole && one.words === other.words
}

/** From the border of the part on. */
function lastPart(before: string): string {
  return before.slice(Math.max(0, before.lastIndexOf(BORDER)))
}

/** Up to and with the border of the part. */
function firstPart(after: string): string {
  const border = after.indexOf(BORDER)
  return border < 0 ? after : after.slice(0, border + 1)
}
