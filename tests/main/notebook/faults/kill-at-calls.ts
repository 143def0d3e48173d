import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LOCK_NAME } from '../../../../src-main/notebook/layout.ts'
import { makePlace } from '../make-notebook.ts'
import { LANES, inLanes } from './in-lanes.ts'
import { type NotebookCall, readTrace } from './read-trace.ts'
import { expectAllKept, traceChild } from './run-child.ts'

/** Calls that leave the disk as it is. */
const READING_CALLS = new Set([
  ...['access', 'close', 'fcntl', 'fstat', 'getdents64', 'lseek', 'lstat', 'newfstatat', 'pread64'],
  ...['read', 'readlink', 'stat', 'statx'],
])

/** Where two documents are saved at once, the order of their calls is not the same each time. */
const MOST_ATTEMPTS = 5

/** What a child that lives to its end asks of the system. */
export interface CallsToKillAt {
  /** How often it makes each call about the notebook or its backups that is no mere reading. */
  counts: ReadonlyMap<string, number>
  /** What all of them are about, from its own folder. */
  paths: readonly string[]
}

/** Let a child live to its end and list what it asks. */
export async function listCalls(): Promise<CallsToKillAt> {
  const { calls, base } = await traceCalls(() => ['-e', 'trace=%file,%desc'])
  const changing = calls.filter(({ name }) => !READING_CALLS.has(name))
  const names = changing.map(({ name }) => name)
  const counts = new Map(names.map((name) => [name, names.filter((one) => one === name).length]))
  const paths = new Set(changing.flatMap((call) => call.paths))
  return { counts, paths: Array.from(paths, (path) => path.slice(base.length)) }
}

/**
 * Kill a child at its first call of a name that is about the notebook, one at the second… and check
 * each time that nothing is lost.
 *
 * @returns at which of them, from 1, a child was killed, as its log says.
 */
export async function killAtEach(name: string, listed: CallsToKillAt): Promise<number[]> {
  const killedAt: number[] = []
  const count = listed.counts.get(name) ?? 0
  await inLanes(async (lane) => {
    for (let number = 1 + lane; number <= count; number += LANES) {
      let isHit = false
      for (let attempt = 0; attempt < MOST_ATTEMPTS && !isHit; attempt++) {
        isHit = await killAt(name, number, listed.paths)
      }
      if (isHit) killedAt.push(number)
    }
  })
  return killedAt.sort((one, other) => one - other)
}

/** @returns whether the child was killed at that very call, as its log says. */
async function killAt(name: string, number: number, paths: readonly string[]): Promise<boolean> {
  const { calls, isKilled } = await traceCalls((base) => [
    // strace counts only the calls that are about these.
    ...paths.flatMap((path) => ['-P', `${base}${path}`]),
    ...['-e', `trace=${name}`, '-e', `inject=${name}:signal=KILL:when=${number}`],
  ])
  return isKilled && calls.length === number
}

async function traceCalls(
  chooseOptions: (base: string) => string[],
): Promise<{ base: string; calls: NotebookCall[]; isKilled: boolean }> {
  const place = makePlace()
  const log = join(place.base, 'log')
  const options = ['-y', '-o', log, ...chooseOptions(place.base)]
  const { isKilled, said } = await traceChild(place, 1, options, { isRepeatable: true })
  const calls = readTrace(readFileSync(log, 'utf8'), place.base).filter(
    // The lock is taken before anything is saved, and nothing is written to it.
    ({ paths }) => !paths.some((path) => path.endsWith(LOCK_NAME)),
  )
  await expectAllKept(place, said)
  return { base: place.base, calls, isKilled }
}
