import { describe, expect, it } from 'vitest'
import { event, makePlace, open, reopen, stoppedClock } from './make-notebook.ts'

const MINUTE = 60_000

async function make(note = 'First') {
  const clock = stoppedClock()
  const place = makePlace()
  const notebook = await open(place, { now: clock.now })
  const { id } = await notebook.createAnnotation({ event: event(), note, tags: ['t'] })
  const write = (text: string) => notebook.updateAnnotation(id, { note: text })
  const wordings = () => notebook.getAnnotation(id).wordings?.map((one) => one.note)
  return { clock, place, notebook, id, write, wordings }
}

describe('NoteWordings', () => {
  it('keeps what stood before when writing goes on after a pause', async () => {
    const { clock, write, wordings } = await make()
    for (const text of ['First t', 'First th', 'First thought']) {
      clock.advance(9 * MINUTE)
      await write(text)
    }
    expect(wordings()).toBeUndefined()
    clock.advance(11 * MINUTE)
    await write('Second thought')
    clock.advance(1000)
    await write('Second thoughts')
    expect(wordings()).toEqual(['First thought'])
  })

  it('keeps what stood before when writing goes on in another run', async () => {
    const { clock, place, notebook, id, write } = await make()
    await write('Changed')
    const again = await reopen(notebook, place)
    await again.updateAnnotation(id, { note: 'Written later' })
    expect(again.getAnnotation(id).wordings).toMatchObject([{ note: 'Changed' }])
    expect(clock.now().getTime()).toBeGreaterThan(0)
  })

  it('keeps what undoing brought back and writing replaces', async () => {
    const { clock, notebook, write, wordings } = await make()
    clock.advance(11 * MINUTE)
    await write('Second')
    await notebook.undo()
    expect(wordings()).toBeUndefined()
    clock.advance(1000)
    await write('Third')
    expect(wordings()).toEqual(['First'])
  })

  it('keeps the newest fifty, none that is empty and none because of tags or colours', async () => {
    const { clock, notebook, id, write, wordings } = await make('')
    await notebook.updateAnnotation(id, { tags: ['u'], state: 'checked' })
    for (let count = 0; count <= 55; count++) {
      clock.advance(11 * MINUTE)
      await write(`Wording ${count}`)
    }
    expect(wordings()).toEqual(Array.from({ length: 50 }, (_, at) => `Wording ${at + 5}`))
  })

  it('restores a wording as a copy beside the note', async () => {
    const { clock, place, notebook, id, write } = await make()
    clock.advance(11 * MINUTE)
    await write('Second')
    const { wordings } = notebook.getAnnotation(id)
    const copy = await notebook.restoreWording(id, wordings![0]!.replaced)
    expect(copy).toMatchObject({ note: 'First', tags: ['t'], copyOf: id, event: event() })
    expect(copy).not.toHaveProperty('wordings')
    expect(notebook.getAnnotation(id).note).toBe('Second')
    expect(notebook.status().undo).toMatch(/^Restore earlier wording of note on “/)
    await expect(notebook.restoreWording(id, 'never')).rejects.toMatchObject({
      code: 'ANNOTATION_NOT_FOUND',
    })
    expect((await reopen(notebook, place)).getAnnotation(copy.id)).toEqual(copy)
  })
})
