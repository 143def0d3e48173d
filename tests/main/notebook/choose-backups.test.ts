import { describe, expect, it } from 'vitest'
import {
  backupName,
  backupTime,
  chooseOutdated,
  listBackups,
} from '../../../src-main/notebook/choose-backups.ts'

/** Keep a version at each moment, deleting what has had its time after each. @returns what is left. */
function keepAt(moments: Date[]): string[] {
  let names: string[] = []
  for (const [index, moment] of moments.entries()) {
    const all = listBackups([...names, backupName(index + 1, moment)])
    const outdated = new Set(chooseOutdated(all))
    names = all.filter((backup) => !outdated.has(backup)).map(({ name }) => name)
  }
  return names
}

const minutes = (count: number, each: number, start = Date.UTC(2020, 0, 1)) =>
  Array.from({ length: count }, (_, index) => new Date(start + index * each * 60_000))

describe('backupName', () => {
  it('sorts by sequence and says when', () => {
    const name = backupName(42, new Date('2020-01-02T03:04:05.678Z'))
    expect(name).toBe('00000042-2020-01-02T03-04-05Z.json')
    expect(backupName(1, new Date(0), true)).toBe(
      '00000001-1970-01-01T00-00-00Z-before-migration.json',
    )
  })
})

describe('backupTime', () => {
  it('says when a backup was made', () => {
    const [backup] = listBackups([backupName(1, new Date('2020-01-02T03:04:05.678Z'))])
    expect(backupTime(backup!)).toBe('2020-01-02T03:04:05.000Z')
  })
})

describe('listBackups', () => {
  it('puts the highest sequence first and passes over other files', () => {
    const names = ['x', backupName(2, new Date(0)), '00000001.json', backupName(10, new Date(0))]
    expect(listBackups(names).map(({ sequence }) => sequence)).toEqual([10, 2])
  })
})

describe('chooseOutdated', () => {
  it('keeps the latest five', () => {
    expect(keepAt(minutes(20, 0.01)).map((name) => Number(name.slice(0, 8)))).toEqual([
      20, 19, 18, 17, 16,
    ])
  })

  it('keeps the last of each of 24 hours and of each of 30 days', () => {
    const kept = keepAt(minutes(45 * 24 * 6, 10))
    const hours = new Set(kept.map((name) => name.slice(0, '00000000-YYYY-MM-DDTHH'.length)))
    const days = new Set(kept.map((name) => name.slice(0, '00000000-YYYY-MM-DD'.length)))
    expect(new Set(kept.map((name) => name.slice(9, 19))).size).toBe(30)
    expect(hours.size).toBeGreaterThanOrEqual(24 + 28)
    expect(days.size).toBe(kept.length)
    expect(kept.length).toBeLessThanOrEqual(5 + 24 + 30)
  })

  it('keeps what is from before a change of the format for good', () => {
    const old = backupName(1, new Date(0), true)
    const later = minutes(40 * 24, 60).map((moment, index) => backupName(index + 2, moment))
    const outdated = chooseOutdated(listBackups([old, ...later]))
    expect(outdated.length).toBeGreaterThan(800)
    expect(outdated.map(({ name }) => name)).not.toContain(old)
  })

  it('goes by sequence where the clock jumps back or far ahead', () => {
    const future = minutes(10, 1, Date.UTC(2090, 0, 1))
    const past = minutes(10, 1, Date.UTC(1980, 0, 1))
    const kept = keepAt([...minutes(10, 1), ...future, ...past]).map((name) =>
      Number(name.slice(0, 8)),
    )
    expect(kept).toEqual([30, 29, 28, 27, 26, 20, 10])
  })
})
