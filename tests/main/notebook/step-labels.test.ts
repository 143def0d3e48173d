import { describe, expect, it } from 'vitest'
import { stepLabels } from '../../../src-main/notebook/step-labels.ts'

describe('stepLabels', () => {
  it('names what was done to what', () => {
    expect(stepLabels.deleteCollection('Six-party talks')).toBe(
      'Delete collection “Six-party talks”',
    )
    expect(stepLabels.addEntries('会谈', 1)).toBe('Add 1 event to “会谈”')
    expect(stepLabels.addEntries('会谈', 2)).toBe('Add 2 events to “会谈”')
    expect(stepLabels.deleteSavedSearch('Fuel aid')).toBe('Delete saved search “Fuel aid”')
  })

  it('shortens a long headline between characters', () => {
    const label = stepLabels.editNote('👩‍🔬'.repeat(80))
    expect(label).toBe(`Edit note on “${'👩‍🔬'.repeat(60)}…”`)
    expect(stepLabels.editNote('a'.repeat(60))).toBe(`Edit note on “${'a'.repeat(60)}”`)
  })
})
