import { once } from 'node:events'
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { makePlace, snapshot } from '../make-notebook.ts'
import { type Said, canTrace, expectAllKept, startChild, traceChild } from './run-child.ts'

const KILLS_PER_LANE = 10
const MANY_ROUNDS = 10_000
const AT_MOST_MS = 300_000

/** Do four times at once what mostly waits for the drive. */
function inLanes<Result>(run: (lane: number) => Promise<Result>): Promise<Result[]> {
  return Promise.all([0, 1, 2, 3].map(run))
}

describe('openNotebook in a process that is killed', () => {
  it(
    'loses nothing that was acknowledged, whenever it is killed',
    async () => {
      await inLanes(async () => {
        const place = makePlace()
        const said: Said[] = []
        for (let kill = 0; kill < KILLS_PER_LANE; kill++) {
          const run = startChild(place, MANY_ROUNDS)
          await once(run.child.stdout, 'data')
          await setTimeout(Math.random() * 200)
          run.child.kill('SIGKILL')
          await once(run.child, 'close')
          said.push(...run.said())
          await expectAllKept(place, said)
        }
        expect(said.length).toBeGreaterThan(KILLS_PER_LANE * 2)
        const names = Object.keys(snapshot(place.folder))
        expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([])
      })
    },
    AT_MOST_MS,
  )
})

/**
 * Kill the child at the first call, a new one at the next that is to be tried… until one lives to
 * its end.
 *
 * @returns how many were killed.
 */
async function killAtEach(call: string, step: number): Promise<number> {
  const counts = await inLanes(async (lane) => {
    for (let count = 0; ; count++) {
      const place = makePlace()
      const number = 1 + (lane + count * 4) * step
      const inject = `inject=${call}:signal=KILL:when=${number}`
      const { isKilled, said } = await traceChild(place, 1, ['-e', inject])
      await expectAllKept(place, said)
      if (!isKilled) return count
    }
  })
  return counts.reduce((sum, count) => sum + count)
}

describe.runIf(canTrace)('openNotebook at each system call', () => {
  it.each([
    ['fsync', 1, 32],
    ['rename', 1, 15],
    ['unlink', 1, 2],
    ['write', 23, 8],
    ['openat', 53, 4],
    ['mkdir', 1, 4],
  ])(
    'loses nothing that was acknowledged when killed at a %s',
    async (call, step, least) => {
      expect(await killAtEach(call, step)).toBeGreaterThanOrEqual(least)
    },
    AT_MOST_MS,
  )

  it(
    'neither loses nor pretends anything whichever fsync fails',
    async () => {
      await inLanes(async (lane) => {
        for (const number of [1, 5, 9, 13, 17].map((first) => first + lane)) {
          const place = makePlace()
          const inject = `inject=fsync:error=EIO:when=${number}`
          const { said } = await traceChild(place, 1, ['-e', inject])
          expect(said.at(-1)).toEqual({ moved: 'e0' })
          await expectAllKept(place, said)
        }
      })
    },
    AT_MOST_MS,
  )

  it(
    'says that a save failed whose fsync failed',
    async () => {
      const place = makePlace()
      const { said } = await traceChild(place, 1, ['-e', 'inject=fsync:error=EIO:when=3'])
      expect(said).toContainEqual({ failed: 'NOTEBOOK_NOT_SAVED', reason: 'EIO' })
    },
    AT_MOST_MS,
  )

  it(
    'waits a while where another program keeps a file busy, then says so',
    async () => {
      const place = makePlace()
      const brief = await traceChild(place, 1, ['-e', 'inject=rename:error=EPERM:when=2..4'])
      expect(brief.said.filter(({ failed }) => failed)).toEqual([])
      await expectAllKept(place, brief.said)
      const longer = await traceChild(makePlace(), 1, ['-e', 'inject=rename:error=EBUSY:when=2..7'])
      expect(longer.said).toContainEqual({ failed: 'NOTEBOOK_NOT_SAVED', reason: 'EBUSY' })
      expect(longer.said.at(-1)).toEqual({ moved: 'e0' })
    },
    AT_MOST_MS,
  )

  it(
    'acknowledges only what would outlast a loss of power',
    async () => {
      const place = makePlace()
      const log = join(place.base, 'log')
      const calls = 'trace=write,fsync,rename,unlink'
      const { child } = startChild(place, 2, ['strace', '-f', '-y', '-qq', '-o', log, '-e', calls])
      await once(child, 'close')
      const text = readFileSync(log, 'utf8')
      expect(checkOrder(text)).toBeGreaterThan(30)
      expect(listMoveCalls(text)).toEqual(Array(2).fill(['rename', 'fsync', 'rename', 'fsync']))
      expect(readdirSync(place.folder)).toContain('annotations')
    },
    AT_MOST_MS,
  )
})

/**
 * Check in a log of system calls that what is renamed was synced before, and that its folder was
 * synced before anything was said. @returns the number of renames.
 */
function checkOrder(log: string): number {
  const synced = new Set<string>()
  const waiting = new Set<string>()
  let renames = 0
  for (const line of log.split('\n')) {
    // A call that another thread overtakes stands in two lines; what it is about, in the first.
    const fsynced = /fsync\(\d+<([^>]+)>/.exec(line)?.[1]
    const [, from, to] = /rename\("(.+)", "(.+)"\) += 0/.exec(line) ?? []
    const removed = /unlink\("(.+\/notebook\/.+)"\) += 0/.exec(line)?.[1]
    if (fsynced) {
      synced.add(fsynced)
      waiting.delete(fsynced)
    } else if (from && to) {
      expect(synced).toContain(from)
      waiting.add(dirname(to))
      renames += 1
    } else if (removed) {
      waiting.add(dirname(removed))
    } else if (line.includes(' write(1<')) {
      expect([...waiting], line).toEqual([])
    }
  }
  return renames
}

/** What each move of an annotation does to the folder, in order: the new document has to come first. */
function listMoveCalls(log: string): string[][] {
  const moves = log.split('{\\"moving\\"').slice(1)
  return moves.map((text) => {
    const [move = ''] = text.split('{\\"moved\\"')
    const calls = /(rename)\(".+\/notebook\/annotations\/|(fsync)\(\d+<.+\/notebook\/annotations>/g
    return Array.from(move.matchAll(calls), ([, rename, fsync]) => rename ?? fsync ?? '')
  })
}
