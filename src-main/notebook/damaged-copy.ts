import { access } from 'node:fs/promises'
import { readBytes, writeDurably } from './durable-file.ts'

/**
 * Keep the bytes of a damaged document beside it, as `<name>.damaged-<time>`, which is no document
 * of the notebook. The document itself stays until something takes its place.
 *
 * @returns absolute path of the copy. @throws the system's errors
 */
export async function keepDamagedCopy(path: string, now: Date): Promise<string> {
  const stamp = now.toISOString().replace(/\.\d+/, '').replaceAll(':', '-')
  const copy = await findFree(`${path}.damaged-${stamp}`)
  await writeDurably(copy, (await readBytes(path)) ?? Buffer.alloc(0))
  return copy
}

async function findFree(path: string): Promise<string> {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? path : `${path}-${number}`
    const isTaken = await access(candidate).then(
      () => true,
      () => false,
    )
    if (!isTaken) return candidate
  }
}
