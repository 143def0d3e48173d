// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import type { EventHit, EventRow } from '../../../src-shared/event.ts'
import { useFoldingRows } from '../../../src-renderer/components/search/use-folding-rows.ts'

function event(id: string): EventRow {
  return { id, date: '2008-06-06', title: id, topic: null }
}

const HITS: EventHit[] = [
  { ...event('alone'), copies: [], snippet: null },
  { ...event('report'), copies: [event('copy one'), event('copy two')], snippet: null },
]

function setUp() {
  const state: { rows: ReturnType<typeof useFoldingRows> | null } = { rows: null }
  mount(
    defineComponent(() => {
      state.rows = useFoldingRows(
        () => HITS.length,
        (index) => HITS[index] ?? null,
        () => {},
      )
      return () => h('div')
    }),
  )
  const rows = state.rows!
  return { rows, activeTitle: () => rows.eventAt(rows.place.value)?.title }
}

describe('useFoldingRows', () => {
  it('opens a row, goes into it, and comes out and closes it again', () => {
    const { rows, activeTitle } = setUp()
    rows.step(1)
    rows.unfold()
    expect(rows.isOpen(1)).toBe(true)
    expect(activeTitle()).toBe('report')
    rows.unfold()
    expect(activeTitle()).toBe('copy one')
    rows.fold()
    expect(activeTitle()).toBe('report')
    rows.fold()
    expect(rows.isOpen(1)).toBe(false)
  })

  it('leaves a row as it is that nothing is folded into', () => {
    const { rows } = setUp()
    rows.unfold()
    expect(rows.isOpen(0)).toBe(false)
  })

  it('names every row by another id', () => {
    const { rows } = setUp()
    const places = [
      { index: 0, copy: -1 },
      { index: 1, copy: -1 },
      { index: 1, copy: 0 },
      { index: 1, copy: 1 },
    ]
    expect(new Set(places.map(rows.idOf)).size).toBe(4)
  })

  it('closes all and goes to the first row for another answer', () => {
    const { rows, activeTitle } = setUp()
    rows.turnFold(1)
    rows.restart()
    expect(rows.isOpen(1)).toBe(false)
    expect(activeTitle()).toBe('alone')
  })
})
