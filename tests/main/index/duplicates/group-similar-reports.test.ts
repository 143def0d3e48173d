import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupSimilarReports } from '../../../../src-main/index/duplicates/group-similar-reports.ts'
import type { ReportText } from '../../../../src-main/index/duplicates/report-text.ts'
import { type KnownReport, makeDraw, makeFormulas, makeKnownArchive } from './make-archive.ts'
import { dateAfter, makePair, makeReport } from './make-reports.ts'
import { MISSED, NOT_SAME, SAME } from './report-pairs.ts'

const areOne = (reports: ReportText[]) => {
  const [first, second] = groupSimilarReports(reports)
  return first === second
}

/** Groups as sets of ids, each with its leader first, however the reports were ordered. */
function listGroups(reports: ReportText[], leaders: Uint32Array): string[] {
  const groups = Map.groupBy(reports.keys(), (ordinal) => leaders[ordinal]!)
  return [...groups]
    .map(([leader, members]) => {
      const others = members.filter((member) => member !== leader)
      return [reports[leader]!.id, ...others.map((member) => reports[member]!.id).sort()].join(' ')
    })
    .sort()
}

/** Copies that are in no group with the report they repeat, and groups that mix reports. */
function countErrors(archive: KnownReport[]) {
  const leaders = groupSimilarReports(archive.map(({ report }) => report))
  const known = Map.groupBy(archive.keys(), (ordinal) => archive[ordinal]!.group)
  const found = Map.groupBy(archive.keys(), (ordinal) => leaders[ordinal]!)
  const copies = archive.length - known.size
  const missed = [...known.values()]
    .map((members) => new Set(members.map((member) => leaders[member])).size - 1)
    .reduce((sum, parts) => sum + parts, 0)
  const mixed = [...found.values()].filter(
    (members) => new Set(members.map((member) => archive[member]!.group)).size > 1,
  ).length
  return { copies, missed, mixed }
}

const STRIKE = 'Dock workers in Rotterdam end their strike after eleven days of talks'

describe('groupSimilarReports', () => {
  it.each(SAME)('takes two wordings for one report: $why', (pair) => {
    expect(areOne(makePair(pair))).toBe(true)
  })

  it.each(NOT_SAME)('keeps reports apart: $why', (pair) => {
    expect(areOne(makePair(pair))).toBe(false)
  })

  it.each(MISSED)('would rather miss one report in two wordings than guess: $why', (pair) => {
    expect(areOne(makePair(pair))).toBe(false)
  })

  it('finds known copies in made archives and mixes no lookalikes with them', () => {
    const sums = { copies: 0, missed: 0, mixed: 0 }
    for (let seed = 1; seed <= 10; seed++) {
      const { copies, missed, mixed } = countErrors(makeKnownArchive(seed, 20))
      sums.copies += copies
      sums.missed += missed
      sums.mixed += mixed
    }
    expect(sums.copies).toBeGreaterThan(900)
    expect(sums.missed / sums.copies).toBeLessThan(0.01)
    expect(sums.mixed).toBe(0)
  })

  it('makes the same groups and leaders in whatever order the reports of a day come', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer(), (seed, order) => {
        const reports = makeKnownArchive(seed, 3).map(({ report }) => report)
        const draw = makeDraw(order)
        const shuffled = reports
          .map((report) => ({ report, place: draw(2 ** 30) }))
          .sort((one, other) =>
            one.report.date === other.report.date
              ? one.place - other.place
              : Number(one.report.date! > other.report.date!) * 2 - 1,
          )
          .map(({ report }) => report)
        expect(listGroups(shuffled, groupSimilarReports(shuffled))).toEqual(
          listGroups(reports, groupSimilarReports(reports)),
        )
      }),
      { numRuns: 30 },
    )
  })

  it('keeps thousands of reports of one formula on one day apart, in little time', () => {
    const reports = makeFormulas(20_000)
    const startedMs = performance.now()
    const leaders = groupSimilarReports(reports)
    expect(performance.now() - startedMs).toBeLessThan(20_000)
    expect(leaders.every((leader, ordinal) => leader === ordinal)).toBe(true)
  })

  it('folds a text that a day repeats hundreds of times', () => {
    const reports = Array.from({ length: 300 }, (_, place) => makeReport(place, STRIKE))
    expect(new Set(groupSimilarReports(reports)).size).toBe(1)
  })

  it('lets the latest wording lead, and of one day the longest', () => {
    const reports = [
      makeReport(1, `${STRIKE}.`),
      makeReport(2, `${STRIKE} with the port.`),
      makeReport(3, STRIKE),
    ]
    expect([...groupSimilarReports(reports)]).toEqual([1, 1, 1])
    const later = makeReport(4, `${STRIKE}.`, dateAfter(1))
    expect([...groupSimilarReports([...reports, later])]).toEqual([3, 3, 3, 3])
  })

  it('lets the last id lead where all else is alike', () => {
    const reports = [makeReport(8, STRIKE), makeReport(9, STRIKE), makeReport(7, STRIKE)]
    expect([...groupSimilarReports(reports)]).toEqual([1, 1, 1])
  })

  it('leads from no report to another by a chain of likenesses', () => {
    const words = STRIKE.split(' ')
    const added = Array.from({ length: 20 }, (_, place) => `further${'x'.repeat(place)}`)
    const reports = added.map((_, length) =>
      makeReport(length, [...words, ...added.slice(0, length + 1)].join(' ')),
    )
    const leaders = groupSimilarReports(reports)
    expect(areOne([reports[0]!, reports.at(-1)!])).toBe(false)
    expect(leaders[0]).not.toBe(leaders.at(-1))
    for (const [ordinal, leader] of leaders.entries()) {
      expect(leader === ordinal || areOne([reports[leader]!, reports[ordinal]!])).toBe(true)
    }
  })

  it('keeps undated reports apart, whatever they say', () => {
    expect(areOne([makeReport(1, STRIKE, null), makeReport(2, STRIKE, null)])).toBe(false)
  })

  it('compares reports of one month or year where no day is known', () => {
    expect(areOne([makeReport(1, STRIKE, '2012-03'), makeReport(2, STRIKE, '2012-03')])).toBe(true)
    expect(areOne([makeReport(1, STRIKE, '2012-03'), makeReport(2, STRIKE, '2012-04')])).toBe(false)
  })

  it('keeps like texts apart whose entities are others', () => {
    const title = 'The government presents its budget for the coming year to the parliament'
    const first = { title: `${title}.`, entities: [1, 2] }
    const tell = (entities: number[]) =>
      areOne([
        makeReport(1, first),
        makeReport(2, { title: `The new ${title}, at last.`, entities }),
      ])
    expect(tell([2, 3])).toBe(true)
    expect(tell([3, 4])).toBe(false)
  })

  it('has no groups where there are no reports', () => {
    expect(groupSimilarReports([])).toEqual(new Uint32Array())
  })

  describe('with stated wordings', () => {
    const reports = [
      makeReport(10, 'A ship is stuck in the canal.'),
      makeReport(11, 'The canal is blocked by a vessel of 400 metres.', dateAfter(5)),
      makeReport(12, 'Traffic on the canal stands still.'),
      makeReport(13, 'Something else altogether.'),
    ].sort((one, other) => (one.date! < other.date! ? -1 : 1))
    const tell = (by: number, of: number, time: string | null) => ({ by, of, time })
    const leadersOf = (...stated: ReturnType<typeof tell>[]) => {
      const leaders = groupSimilarReports(reports, stated)
      return Object.fromEntries(
        reports.map(({ number }, ordinal) => [number, reports[leaders[ordinal]!]!.number]),
      )
    }

    it('groups what pages say is one report, however it is worded and dated', () => {
      expect(leadersOf(tell(11, 10, null), tell(11, 12, null))).toEqual({
        ...{ 10: 11, 11: 11, 12: 11, 13: 13 },
      })
    })

    it('lets the wording lead that no page states to be an earlier one', () => {
      expect(leadersOf(tell(10, 11, '2012-03-04 10:00:00'))).toMatchObject({ 10: 10, 11: 10 })
    })

    it('lets the latest stated time decide where all are stated to be earlier', () => {
      expect(
        leadersOf(tell(10, 12, '2012-03-04 10:00:00'), tell(12, 10, '2012-03-04 12:00:00')),
      ).toMatchObject({ 10: 10, 12: 10 })
    })

    it('takes in what is like an earlier wording', () => {
      const copy = makeReport(14, 'A ship is stuck in the canal!')
      const all = [...reports, copy].sort((one, other) => (one.date! < other.date! ? -1 : 1))
      const leaders = groupSimilarReports(all, [tell(11, 10, null)])
      expect(all[leaders[all.indexOf(copy)]!]!.number).toBe(11)
    })

    it('leaves out what pages say of themselves and of events that are not there', () => {
      expect(leadersOf(tell(10, 10, null), tell(10, 99, null), tell(99, 10, null))).toEqual({
        ...{ 10: 10, 11: 11, 12: 12, 13: 13 },
      })
    })
  })
})
