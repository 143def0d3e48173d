import { describe, expect, it } from 'vitest'
import { mergeClaims } from '../../../src-main/notebook/merge-claims.ts'
import { claim, evidence } from './make-claims.ts'
import { event } from './make-notebook.ts'

const base = claim({ verdict: 'Likely', evidence: [evidence('e', { remark: 'r' })] })

describe('mergeClaims', () => {
  it('takes each part from the side that changed it', () => {
    const ours = { ...base, modified: '2021', name: 'Ours' }
    const added = [...base.evidence, evidence('f')]
    const theirs = { ...base, modified: '2022', verdict: 'Theirs', evidence: added }
    const merged = { ...theirs, name: 'Ours' }
    expect(mergeClaims(base, ours, theirs)).toEqual(merged)
    expect(mergeClaims(base, theirs, ours)).toEqual(merged)
  })

  it('takes the newer of two stances and keeps both remarks', () => {
    const ours = {
      ...base,
      modified: '2021',
      evidence: [evidence('e', { stance: 'unclear', remark: 'ours' })],
    }
    const theirs = {
      ...base,
      modified: '2022',
      evidence: [evidence('e', { stance: 'contradicts', remark: 'theirs' })],
    }
    expect(mergeClaims(base, ours, theirs).evidence).toEqual([
      evidence('e', { stance: 'contradicts', remark: 'ours\n\ntheirs' }),
    ])
  })

  it('joins a stance of one side with the moved event of the other', () => {
    const moved = { ...base, evidence: [evidence('e', { remark: 'r', event: event('moved') })] }
    const judged = { ...base, evidence: [evidence('e', { remark: 'r', stance: 'unclear' })] }
    const joined = [evidence('e', { remark: 'r', event: event('moved'), stance: 'unclear' })]
    expect(mergeClaims(base, moved, judged).evidence).toEqual(joined)
    expect(mergeClaims(base, judged, moved).evidence).toEqual(joined)
  })

  it('makes an annotation that both sides added evidence once, whichever side merges', () => {
    const one = evidence('a', { annotationId: 'n', added: '2021', stance: 'unclear', remark: 'a' })
    const other = evidence('b', { annotationId: 'n', added: '2022', remark: 'b' })
    const ours = { ...base, evidence: [...base.evidence, one] }
    const theirs = { ...base, evidence: [...base.evidence, other] }
    const joined = [...base.evidence, { ...other, id: 'a', remark: 'a\n\nb' }]
    expect(mergeClaims(base, ours, theirs).evidence).toEqual(joined)
    expect(mergeClaims(base, theirs, ours).evidence).toEqual(joined)
  })

  it('leaves in the trash what the other side left as it was, and nothing else', () => {
    const deleted = { ...base, deleted: '2022' }
    expect(mergeClaims(base, deleted, base)).toEqual(deleted)
    expect(mergeClaims(base, base, deleted)).toEqual(deleted)
    const judged = { ...base, modified: '2021', verdict: 'No' }
    expect(mergeClaims(base, deleted, judged)).toEqual(judged)
    expect(mergeClaims(base, judged, deleted)).toEqual(judged)
  })

  it('joins two that began apart', () => {
    const ours = claim({ verdict: 'one', evidence: [evidence('x')] })
    const theirs = claim({ verdict: 'two', evidence: [evidence('y')] })
    const merged = mergeClaims(null, ours, theirs)
    expect(merged.verdict).toBe('one\n\ntwo')
    expect(merged.evidence.map(({ id }) => id).sort()).toEqual(['x', 'y'])
  })
})
