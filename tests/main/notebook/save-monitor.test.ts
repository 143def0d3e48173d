import { describe, expect, it } from 'vitest'
import { AnnalsError } from '#shared/errors.ts'
import type { SaveState } from '#shared/notebook.ts'
import { SaveMonitor } from '../../../src-main/notebook/save-monitor.ts'

const failure = new AnnalsError('NOTEBOOK_NOT_SAVED', 'full')
const failed = { state: 'failed', code: 'NOTEBOOK_NOT_SAVED', message: 'full' }

describe('SaveMonitor', () => {
  it('tells each state once, whichever documents it comes from', () => {
    const told: SaveState[] = []
    const monitor = new SaveMonitor((state) => told.push(state))
    expect(monitor.state).toEqual({ state: 'saved' })
    monitor.started('a')
    monitor.started('b')
    monitor.ended('a', null)
    monitor.ended('b', null)
    expect(told).toEqual([{ state: 'saving' }, { state: 'saved' }])
  })

  it('says failed until the document that failed is saved', () => {
    const told: SaveState[] = []
    const monitor = new SaveMonitor((state) => told.push(state))
    monitor.started('a')
    monitor.ended('a', failure)
    monitor.started('b')
    monitor.ended('b', null)
    expect(monitor.state).toEqual(failed)
    monitor.started('a')
    expect(monitor.state).toEqual({ state: 'saving' })
    monitor.ended('a', null)
    expect(told).toEqual([{ state: 'saving' }, failed, { state: 'saving' }, { state: 'saved' }])
  })
})
