import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { lockNotebook } from '../../../src-main/notebook/notebook-lock.ts'
import { type NotebookPlace, event, makePlace, open } from './make-notebook.ts'

const child = fileURLToPath(new URL('faults/save-child.ts', import.meta.url))

/** Another process that opens the notebook and waits. @returns it and what it first said. */
async function openElsewhere(place: NotebookPlace) {
  const other = spawn(process.execPath, [child, place.base])
  onTestFinished(() => void other.kill('SIGKILL'))
  const [said] = (await once(other.stdout, 'data')) as [Buffer]
  return { other, said: JSON.parse(said.toString()) as object }
}

const note = { event: event(), note: 'a', tags: [] }

describe('lockNotebook', () => {
  it('holds against a second opening in the same process, which can read', async () => {
    const place = makePlace()
    const first = await open(place)
    await first.createAnnotation(note)
    const second = await open(place)
    expect(second.status().readOnly).toMatchObject({
      code: 'NOTEBOOK_LOCKED',
      message: expect.stringContaining(`process ${process.pid}`) as string,
    })
    expect(second.listAnnotations(null)).toHaveLength(1)
    await expect(second.createAnnotation(note)).rejects.toMatchObject({ code: 'NOTEBOOK_LOCKED' })
    await expect(second.undo()).resolves.toBeNull()
    await first.createAnnotation(note)
  })

  it('still holds against another process after a second opening here was refused', async () => {
    const place = makePlace()
    const first = await open(place)
    await (await open(place)).close()
    expect((await openElsewhere(place)).said).toEqual({ readOnly: 'NOTEBOOK_LOCKED' })
    await first.createAnnotation(note)
  })

  it('is gone as soon as its process was killed, and leaves nothing', async () => {
    const place = makePlace()
    const { other, said } = await openElsewhere(place)
    expect(said).toEqual({ readOnly: null })
    const here = await open(place)
    expect(here.status().readOnly).toMatchObject({
      code: 'NOTEBOOK_LOCKED',
      message: expect.stringContaining(`process ${other.pid}`) as string,
    })
    other.kill('SIGKILL')
    await once(other, 'exit')
    expect(readdirSync(place.folder).sort()).toEqual(['.annals-lock', 'notebook.json'])
    expect(statSync(join(place.folder, '.annals-lock')).size).toBe(0)
    const again = await open(place)
    expect(again.status().readOnly).toBeNull()
    await again.createAnnotation(note)
  })

  it('is let go of on closing', async () => {
    const place = makePlace()
    await (await open(place)).close()
    expect((await open(place)).status().readOnly).toBeNull()
  })

  it('refuses a folder that cannot be locked', async () => {
    const { base } = makePlace()
    mkdirSync(join(base, '.annals-lock'))
    const refusal = { code: 'NOTEBOOK_READ_ONLY' }
    await expect(lockNotebook(base, join(base, 'holder'))).rejects.toMatchObject(refusal)
  })

  it('does not name a holder that it does not know', async () => {
    const { base } = makePlace()
    const holder = join(base, 'holder')
    const lock = await lockNotebook(base, holder)
    onTestFinished(() => {
      lock.release()
    })
    for (const text of ['{}', 'x', '{"processId":-1}', '{"processId":4194305}']) {
      writeFileSync(holder, text)
      await expect(lockNotebook(base, holder)).rejects.toMatchObject({
        code: 'NOTEBOOK_LOCKED',
        details: { holder: null },
      })
    }
  })
})
