import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  type AutosaveState,
  countUnsaved,
  createAutosave,
  flushUnsaved,
} from '../../../src-renderer/stores/autosave.ts'

/** A disk that keeps what is saved, in order, and can be slow or full. */
function openDisk() {
  const saved: string[] = []
  const disk = {
    saved,
    isFull: false,
    wait: Promise.resolve() as Promise<unknown>,
    save: async (text: string) => {
      await disk.wait
      if (disk.isFull) throw new Error('disk full')
      saved.push(text)
    },
  }
  return disk
}

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

describe('createAutosave', () => {
  it('saves the newest text once, after a pause', async () => {
    const disk = openDisk()
    const autosave = createAutosave({ save: disk.save, delayMs: 400 })
    autosave.change('a')
    await vi.advanceTimersByTimeAsync(300)
    autosave.change('ab')
    await vi.advanceTimersByTimeAsync(399)
    expect(disk.saved).toEqual([])
    expect(autosave.state()).toBe('waiting')
    await vi.advanceTimersByTimeAsync(1)
    expect(disk.saved).toEqual(['ab'])
    expect(autosave.state()).toBe('saved')
  })

  it('leaves half of 500 ms after a pause to the save, and waits for no pause longer than 2 s', async () => {
    const disk = openDisk()
    const autosave = createAutosave({ save: disk.save })
    autosave.change('a')
    await vi.advanceTimersByTimeAsync(250)
    expect(disk.saved).toEqual(['a'])
    for (let key = 1; key <= 30; key++) {
      autosave.change('b'.repeat(key))
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(disk.saved).toEqual(['a', 'b'.repeat(20)])
    await vi.advanceTimersByTimeAsync(150)
    expect(disk.saved.at(-1)).toBe('b'.repeat(30))
  })

  it('saves what was typed while a save was on its way, and never two at once', async () => {
    const disk = openDisk()
    let release: () => void = () => undefined
    disk.wait = new Promise<void>((resolve) => (release = resolve))
    const autosave = createAutosave({ save: disk.save })
    autosave.change('first')
    const flushed = autosave.flush()
    autosave.change('second')
    expect(autosave.state()).toBe('saving')
    release()
    expect(await flushed).toBe(true)
    expect(disk.saved).toEqual(['first', 'second'])
  })

  it('keeps a text that could not be saved and tries again until it is saved', async () => {
    const disk = openDisk()
    const states: AutosaveState[] = []
    disk.isFull = true
    const autosave = createAutosave({
      save: disk.save,
      retryMs: 1000,
      onState: (state) => states.push(state),
    })
    autosave.change('precious')
    expect(await autosave.flush()).toBe(false)
    expect(autosave.state()).toBe('failed')
    expect(autosave.pending()).toEqual({ value: 'precious' })
    await vi.advanceTimersByTimeAsync(1000)
    expect(autosave.state()).toBe('failed')
    disk.isFull = false
    await vi.advanceTimersByTimeAsync(2000)
    expect(disk.saved).toEqual(['precious'])
    expect(states).toEqual(['waiting', 'saving', 'failed', 'saving', 'failed', 'saving', 'saved'])
  })

  it('tells why a save failed', async () => {
    const reasons: unknown[] = []
    const autosave = createAutosave({
      save: () => Promise.reject(new Error('disk full')),
      onState: (_state, reason) => reasons.push(reason),
    })
    autosave.change('x')
    await autosave.flush()
    autosave.drop()
    expect(reasons).toContainEqual(new Error('disk full'))
  })

  it('forgets what is dropped', async () => {
    const disk = openDisk()
    const autosave = createAutosave({ save: disk.save })
    autosave.change('x')
    autosave.drop()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(disk.saved).toEqual([])
    expect(autosave.state()).toBe('saved')
  })
})

describe('countUnsaved', () => {
  it('counts a text from the first letter until it is saved', async () => {
    const disk = openDisk()
    const autosave = createAutosave({ save: disk.save })
    expect(countUnsaved()).toBe(0)
    autosave.change('x')
    expect(countUnsaved()).toBe(1)
    await autosave.flush()
    expect(countUnsaved()).toBe(0)
  })
})

describe('flushUnsaved', () => {
  it('saves every text at once and says whether all are saved', async () => {
    const disk = openDisk()
    const full = openDisk()
    full.isFull = true
    const one = createAutosave({ save: disk.save })
    const other = createAutosave({ save: full.save })
    one.change('one')
    other.change('other')
    expect(await flushUnsaved()).toBe(false)
    expect(disk.saved).toEqual(['one'])
    full.isFull = false
    expect(await flushUnsaved()).toBe(true)
    expect(full.saved).toEqual(['other'])
    expect(countUnsaved()).toBe(0)
  })
})
