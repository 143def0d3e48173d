import type { Evidence, Stance } from '#shared/claim.ts'
import { describe, expect, it } from 'vitest'
import { orderEvidence } from '../../../src-renderer/components/claims/order-evidence.ts'

function evidenceOf(id: string, date: string | null, stance: Stance, added = '1'): Evidence {
  const event = { id, date, title: id, text: '' }
  return { id, annotationId: id, stance, remark: '', added, event, quote: '', outlets: [] }
}

const EVIDENCE = [
  evidenceOf('undated', null, 'supports'),
  evidenceOf('late', '2009-02-01', 'contradicts'),
  evidenceOf('same day, later', '2008-06-06', 'unclear', '2'),
  evidenceOf('same day', '2008-06-06', 'supports', '1'),
]

describe('orderEvidence', () => {
  it('puts evidence in order of time, what has no date last', () => {
    expect(orderEvidence(EVIDENCE, null).map(({ id }) => id)).toEqual([
      'same day',
      'same day, later',
      'late',
      'undated',
    ])
  })

  it('keeps the kind asked for', () => {
    expect(orderEvidence(EVIDENCE, 'supports').map(({ id }) => id)).toEqual(['same day', 'undated'])
    expect(EVIDENCE).toHaveLength(4)
  })
})
