import { existsSync, readFileSync } from 'node:fs'

/** Where Linux says how the processors spent their time. */
const PROCESSOR_TIMES = '/proc/stat'
/** In the line of all processors: what the host of a virtual machine gave to others. */
const STOLEN = 7

interface ProcessorTimes {
  stolen: number
  all: number
}

/**
 * Watch how much of the processors' time the host of a virtual machine gives to others.
 *
 * @returns tells the share since now, from 0 to 1; `null` where the system does not know it.
 */
export function watchStolenTime(): () => number | null {
  const before = readTimes()
  return () => {
    const after = readTimes()
    if (before === null || after === null) return null
    return (after.stolen - before.stolen) / Math.max(1, after.all - before.all)
  }
}

function readTimes(): ProcessorTimes | null {
  if (!existsSync(PROCESSOR_TIMES)) return null
  const [all = ''] = readFileSync(PROCESSOR_TIMES, 'utf8').split('\n')
  const times = all.split(/\s+/u).slice(1).map(Number)
  return { stolen: times[STOLEN] ?? 0, all: times.reduce((sum, time) => sum + time, 0) }
}
