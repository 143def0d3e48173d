import { type PlacedReport, type ReportText, numberDay } from './report-text.ts'

interface Member {
  report: ReportText
  day: number
  /** When the wording was made, where a page states it to be an earlier one. */
  formerTime: string | null
}

/** Puts events together that report the same, and chooses who leads them. */
export class ReportGroups {
  readonly #members = new Map<number, Member>()
  readonly #joined: [number, number][] = []
  readonly #alike: [number, number][] = []

  /** Take note of a report that may be in a group. */
  add({ ordinal, report }: PlacedReport): void {
    if (this.#members.has(ordinal)) return
    const day = report.date === null ? -Infinity : numberDay(report.date)
    this.#members.set(ordinal, { report, day, formerTime: null })
  }

  /** Two that are the same for sure. */
  join(first: number, second: number): void {
    this.#joined.push([first, second])
  }

  /** Two that are so much alike that they are the same. */
  liken(first: number, second: number): void {
    this.#alike.push([first, second])
  }

  /** Two of which the page of one states that the other is an earlier wording. */
  state(page: number, former: number, time: string | null): void {
    if (page === former) return
    this.join(page, former)
    const member = this.#member(former)
    const known = member.formerTime ?? ''
    member.formerTime = time !== null && time > known ? time : known
  }

  /** @returns by ordinal, that of its leader. */
  lead(count: number): Uint32Array {
    const leaders = new Uint32Array(count)
    for (let ordinal = 0; ordinal < count; ordinal++) leaders[ordinal] = ordinal
    for (const [first, second] of this.#joined) this.#unite(leaders, first, second)
    for (const ordinal of this.#members.keys()) findLeader(leaders, ordinal)
    for (const [leader, followers] of this.#chooseStars(leaders)) {
      for (const follower of followers) leaders[follower] = leader
    }
    for (const ordinal of this.#members.keys()) findLeader(leaders, ordinal)
    return leaders
  }

  #unite(leaders: Uint32Array, first: number, second: number): void {
    const one = findLeader(leaders, first)
    const other = findLeader(leaders, second)
    if (one === other) return
    if (this.#compare(one, other) < 0) leaders[other] = one
    else leaders[one] = other
  }

  /**
   * Let leaders, the foremost first, take in all that are like a wording of theirs and not taken.
   *
   * @param leaders - Who leads what is the same for sure.
   * @returns leaders with those who follow them.
   */
  #chooseStars(leaders: Uint32Array): Map<number, number[]> {
    const alike = new Map<number, Set<number>>()
    for (const [first, second] of this.#alike) {
      const one = leaders[first] ?? first
      const other = leaders[second] ?? second
      if (one === other) continue
      addTo(alike, one, other)
      addTo(alike, other, one)
    }
    const taken = new Set<number>()
    const stars = new Map<number, number[]>()
    for (const leader of [...alike.keys()].sort((one, other) => this.#compare(one, other))) {
      if (taken.has(leader)) continue
      const followers = [...(alike.get(leader) ?? [])].filter((follower) => !taken.has(follower))
      stars.set(leader, followers)
      for (const member of [leader, ...followers]) taken.add(member)
    }
    return stars
  }

  /** Below zero where the first is the newer wording. */
  #compare(first: number, second: number): number {
    const one = this.#member(first)
    const other = this.#member(second)
    return (
      Number(one.formerTime !== null) - Number(other.formerTime !== null) ||
      other.day - one.day ||
      compareText(other.formerTime ?? '', one.formerTime ?? '') ||
      measureText(other.report) - measureText(one.report) ||
      compareText(other.report.id, one.report.id)
    )
  }

  #member(ordinal: number): Member {
    const member = this.#members.get(ordinal)
    if (!member) throw new Error(`Report ${ordinal} is in no group`)
    return member
  }
}

function measureText({ title, summary }: ReportText): number {
  return title.length + summary.length
}

function compareText(first: string, second: string): number {
  return first < second ? -1 : Number(first > second)
}

function addTo(sets: Map<number, Set<number>>, key: number, value: number): void {
  const set = sets.get(key)
  if (set) set.add(value)
  else sets.set(key, new Set([value]))
}

/** Follow who follows whom to the end, and shorten the way. */
function findLeader(leaders: Uint32Array, ordinal: number): number {
  let leader = ordinal
  while (leaders[leader] !== leader) leader = leaders[leader] ?? leader
  let follower = ordinal
  while (leaders[follower] !== leader) {
    const next = leaders[follower] ?? leader
    leaders[follower] = leader
    follower = next
  }
  return leader
}
