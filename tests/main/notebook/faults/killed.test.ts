import { once } from 'node:events'
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { makePlace, snapshot } from '../make-notebook.ts'
import { inLanes } from './in-lanes.ts'
import { killAtEach, listCalls } from './kill-at-calls.ts'
import { type Said, canTrace, expectAllKept, startChild, traceChild } from './run-child.ts'

const KILLS_PER_LANE = 10
const MANY_ROUNDS = 10_000
const AT_MOST_MS = 300_000

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

describe.runIf(canTrace)('openNotebook at each system call', () => {
  // A round writes notes, a collection, a saved search, tags, a claim, the trash and backups, and
  // moves an event. A child is killed at each of its calls about the notebook or its backups that
  // changes anything, and at each opening. Killed at any other, such as a read or a close, it leaves
  // on disk what it leaves when killed at the next of these.
  const KILLED_AT = ['fsync', 'mkdir', 'openat', 'rename', 'unlink', 'write']

  it('changes the notebook by no other calls than those it is killed at', async () => {
    const { counts } = await listCalls()
    expect([...counts.keys()].sort()).toEqual(KILLED_AT)
    expect(sum(counts.values())).toBeGreaterThan(350)
  })

  it.each(KILLED_AT)(
    'loses nothing that was acknowledged when killed at a %s',
    async (name) => {
      const listed = await listCalls()
      const all = Array.from({ length: listed.counts.get(name) ?? 0 }, (_, index) => index + 1)
      expect(all).not.toEqual([])
      expect(await killAtEach(name, listed)).toEqual(all)
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

function sum(numbers: Iterable<number>): number {
  return [...numbers].reduce((total, number) => total + number, 0)
}

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
