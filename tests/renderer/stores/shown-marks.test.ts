import type { EventMarks } from '#shared/notebook.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { setTimeout } from 'node:timers/promises'
import { type EffectScope, effectScope, ref, watchEffect } from 'vue'
import { createShownMarks } from '../../../src-renderer/stores/shown-marks.ts'

const ONE_NOTE: EventMarks = { noteCount: 1, colours: [], tags: [], collectionIds: [] }
const TWO_NOTES: EventMarks = { ...ONE_NOTE, noteCount: 2 }

/** A window that shows some events, and a notebook that has marks of some. */
function makeWindow(shownFirst: string[]) {
  const notebook: Record<string, EventMarks> = { a: ONE_NOTE, b: ONE_NOTE }
  const asked: string[][] = []
  const marks = createShownMarks((ids) => {
    asked.push(ids)
    const found = ids.flatMap((id) => (notebook[id] ? [[id, notebook[id]]] : []))
    return Promise.resolve(Object.fromEntries(found) as Record<string, EventMarks>)
  })
  const shown = ref(shownFirst)
  let drawn: (number | null)[] = []
  const draw = () => {
    drawn = shown.value.map((id) => marks.marksOf(id)?.noteCount ?? null)
  }
  return { notebook, asked, marks, shown, draw, drawn: () => drawn }
}

/** Until everything that was asked for is drawn. */
async function settle() {
  await setTimeout(1)
}

describe('createShownMarks', () => {
  let scope: EffectScope
  beforeEach(() => {
    scope = effectScope()
  })
  afterEach(() => {
    scope.stop()
  })

  async function show(ids: string[]) {
    const made = makeWindow(ids)
    scope.run(() => watchEffect(made.draw))
    await settle()
    return made
  }

  it('reads the marks of all that is shown at once, and of each only once', async () => {
    const { asked, shown, drawn } = await show(['a', 'x'])
    expect(drawn()).toEqual([1, null])
    shown.value = ['a', 'x', 'b']
    await settle()
    expect(drawn()).toEqual([1, null, 1])
    expect(asked).toEqual([['a', 'x'], ['b']])
  })

  it('reads again only those that changed and were shown', async () => {
    const { notebook, asked, marks, drawn } = await show(['a', 'b', 'x'])
    notebook['a'] = TWO_NOTES
    delete notebook['b']
    marks.follow(['a', 'b', 'never-shown'])
    await settle()
    expect(drawn()).toEqual([2, null, null])
    expect(asked).toEqual([
      ['a', 'b', 'x'],
      ['a', 'b'],
    ])
  })

  it('reads again what is still shown where anything may have changed', async () => {
    const { notebook, asked, marks, shown, drawn } = await show(['a', 'x'])
    shown.value = ['b', 'x']
    await settle()
    notebook['x'] = TWO_NOTES
    marks.follow(null)
    await settle()
    expect(drawn()).toEqual([1, 2])
    expect(asked.at(-1)).toEqual(['b', 'x'])
  })

  it('shows what it knew until the answer is there', async () => {
    const { marks, draw, drawn } = await show(['a'])
    marks.follow(null)
    draw()
    expect(drawn()).toEqual([1])
  })

  it('forgets in the end what is shown no longer', async () => {
    const { asked, shown } = await show(['a'])
    for (const list of ['e', 'f', 'g']) {
      shown.value = Array.from({ length: 4000 }, (_, index) => `${list}${index}`)
      await settle()
    }
    shown.value = ['a']
    await settle()
    expect(asked.at(-1)).toEqual(['a'])
  })

  it('keeps everything where all of a long list is shown', async () => {
    const ids = Array.from({ length: 12_000 }, (_, index) => `e${index}`)
    const { asked } = await show(ids)
    await settle()
    expect(asked.map(({ length }) => length)).toEqual([5000, 5000, 2000])
  })

  it('takes no word of the language for an event', async () => {
    const { drawn } = await show(['constructor', '__proto__'])
    expect(drawn()).toEqual([null, null])
  })
})
