import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Claim } from '#shared/claim.ts'
import { annotation, event, makePlace, open, reopen } from './make-notebook.ts'

const note = (id: string, quote: string | null = null) => {
  const place = { prefix: '', suffix: '', startUtf16: 0, endUtf16: 1 }
  const selector = quote && { exact: quote, ...place, textVersion: 'v', pageHash: null }
  return { annotation: annotation({ id, selector: selector || null }), outlets: ['Courier'] }
}
const annotationIds = ({ evidence }: Claim) => evidence.map((piece) => piece.annotationId)

describe('Claims', () => {
  it('makes a claim with a file that keeps its name', async () => {
    const place = makePlace()
    const notebook = await open(place)
    const made = await notebook.createClaim(' Talks resumed\nbecause of fuel aid ')
    const name = 'Talks resumed because of fuel aid'
    expect(made).toMatchObject({ name, verdict: '', evidence: [] })
    await notebook.updateClaim(made.id, { name: 'Other', verdict: '# No\r\n' })
    expect(readdirSync(join(place.folder, 'claims'))).toEqual([
      `talks-resumed-because-of-fuel-aid-${made.id.slice(0, 8)}.json`,
    ])
    const again = await reopen(notebook, place)
    expect(again.getClaim(made.id)).toMatchObject({ name: 'Other', verdict: '# No\r\n' })
    expect(again.findClaim('other').id).toBe(made.id)
  })

  it('refuses an empty statement and a claim that is not there', async () => {
    const notebook = await open(makePlace())
    await expect(notebook.createClaim(' \n')).rejects.toThrow(/needs a name/)
    expect(() => notebook.getClaim('x')).toThrow(
      expect.objectContaining({ code: 'CLAIM_NOT_FOUND' }),
    )
  })

  it('keeps copies of what was annotated', async () => {
    const place = makePlace()
    const notebook = await open(place)
    const { id } = await notebook.createClaim('Talks')
    const additions = [note('a', 'fuel aid'), { ...note('b'), outlets: ['X', 'Y', 'X'] }]
    const after = await notebook.addEvidence(id, additions, 'supports')
    expect(after.evidence).toMatchObject([
      { annotationId: 'a', event: event(), quote: 'fuel aid', outlets: ['Courier'], remark: '' },
      { annotationId: 'b', event: event(), quote: '', outlets: ['X', 'Y'] },
    ])
    expect((await reopen(notebook, place)).getClaim(id)).toEqual(after)
  })

  it('changes the stance of an annotation that is evidence already, and nothing else', async () => {
    const notebook = await open(makePlace())
    const { id } = await notebook.createClaim('Talks')
    const before = await notebook.addEvidence(id, [note('a', 'fuel'), note('b')], 'supports')
    const after = await notebook.addEvidence(id, [note('a', 'other'), note('c')], 'contradicts')
    expect(annotationIds(after)).toEqual(['a', 'b', 'c'])
    expect(after.evidence[0]).toEqual({ ...before.evidence[0], stance: 'contradicts' })
    expect(after.evidence[1]).toBe(before.evidence[1])
    const undo = notebook.status().undo
    expect(await notebook.addEvidence(id, [note('c')], 'contradicts')).toBe(after)
    expect(notebook.status().undo).toBe(undo)
  })

  it('counts stances', async () => {
    const notebook = await open(makePlace())
    const { id } = await notebook.createClaim('Talks')
    await notebook.addEvidence(id, [note('a'), note('b')], 'supports')
    await notebook.addEvidence(id, [note('c')], 'unclear')
    expect(notebook.listClaims()).toMatchObject([
      { id, name: 'Talks', counts: { supports: 2, contradicts: 0, unclear: 1 } },
    ])
    expect(notebook.listClaims()[0]).not.toHaveProperty('evidence')
  })

  it('changes and removes evidence', async () => {
    const notebook = await open(makePlace())
    const { id } = await notebook.createClaim('Talks')
    const { evidence } = await notebook.addEvidence(id, [note('a'), note('b')], 'supports')
    const [first, second] = evidence
    const change = { stance: 'unclear', remark: 'Who says so?' } as const
    const changed = await notebook.updateEvidence(id, first!.id, change)
    expect(changed.evidence).toEqual([{ ...first, ...change }, second])
    const removed = await notebook.removeEvidence(id, [first!.id])
    expect(removed.evidence).toEqual([second])
    const refused = expect.objectContaining({ code: 'EVIDENCE_NOT_FOUND' }) as unknown
    await expect(notebook.updateEvidence(id, first!.id, change)).rejects.toEqual(refused)
    await expect(notebook.removeEvidence(id, [second!.id, 'x'])).rejects.toEqual(refused)
    expect(notebook.getClaim(id)).toBe(removed)
  })

  it('names and undoes every step', async () => {
    const notebook = await open(makePlace())
    const { id } = await notebook.createClaim('Talks')
    const { evidence } = await notebook.addEvidence(id, [note('a'), note('b')], 'supports')
    await notebook.updateEvidence(id, evidence[0]!.id, { stance: 'unclear' })
    await notebook.updateEvidence(id, evidence[0]!.id, { remark: 'r' })
    await notebook.updateClaim(id, { verdict: 'Likely' })
    await notebook.updateClaim(id, { name: 'Aid' })
    await notebook.removeEvidence(id, [evidence[0]!.id])
    const end = notebook.getClaim(id)
    const labels: (string | undefined)[] = []
    while (notebook.status().undo !== null) labels.push((await notebook.undo())?.label)
    expect(labels).toEqual([
      'Remove evidence from “Aid”',
      'Rename claim “Talks” to “Aid”',
      'Edit verdict on “Talks”',
      'Edit remark on “Headline of news/2008/06/6/talks”',
      'Change stance of evidence of “Talks”',
      'Add 2 pieces of evidence to “Talks”',
      'Create claim “Talks”',
    ])
    expect(notebook.listClaims()).toEqual([])
    while ((await notebook.redo()) !== null);
    expect(notebook.getClaim(id)).toEqual(end)
  })

  it('follows moved events, and so do its steps', async () => {
    const place = makePlace()
    const notebook = await open(place)
    const { id } = await notebook.createClaim('Talks')
    await notebook.addEvidence(id, [note('a'), note('b')], 'supports')
    await notebook.deleteClaim(id)
    const to = event('news/2008/07/1/moved', '2008-07-01')
    await notebook.undo()
    await notebook.relocateEvents([{ from: event().id, to: { ...to, text: 'Other' } }])
    const followed = { ...to, text: event().text }
    const events = () => notebook.getClaim(id).evidence.map((piece) => piece.event)
    expect(events()).toEqual([followed, followed])
    await notebook.redo()
    await notebook.undo()
    expect(events()).toEqual([followed, followed])
    expect((await reopen(notebook, place)).getClaim(id).evidence[0]?.event).toEqual(followed)
  })

  it('joins what another program wrote in the same claim', async () => {
    const place = makePlace()
    const notebook = await open(place)
    const { id } = await notebook.createClaim('Talks')
    await notebook.addEvidence(id, [note('a')], 'supports')
    const path = join(place.folder, 'claims', `talks-${id.slice(0, 8)}.json`)
    const text = readFileSync(path, 'utf8')
    writeFileSync(path, text.replace('"verdict": ""', '"verdict": "Theirs"'))
    await notebook.addEvidence(id, [note('b')], 'unclear')
    const joined = (await reopen(notebook, place)).getClaim(id)
    expect(joined.verdict).toBe('Theirs')
    expect(annotationIds(joined)).toEqual(['a', 'b'])
  })

  it('goes to the trash and comes back with its evidence', async () => {
    const place = makePlace()
    const notebook = await open(place)
    const { id } = await notebook.createClaim('Talks')
    const before = await notebook.addEvidence(id, [note('a'), note('b')], 'supports')
    await notebook.deleteClaim(id)
    expect(notebook.listClaims()).toEqual([])
    expect(() => notebook.getClaim(id)).toThrow(
      expect.objectContaining({ code: 'CLAIM_NOT_FOUND' }),
    )
    const again = await reopen(notebook, place)
    expect(again.listTrash()).toMatchObject([{ kind: 'claim', id, title: 'Talks', size: 2 }])
    await again.relocateEvents([{ from: event().id, to: event('moved') }])
    await again.restoreFromTrash([{ kind: 'claim', id }])
    const moved = before.evidence.map((piece) => ({ ...piece, event: event('moved') }))
    expect(again.getClaim(id)).toEqual({ ...before, evidence: moved })
    await again.deleteClaim(id)
    await again.deleteForGood([{ kind: 'claim', id }])
    expect(again.listTrash()).toEqual([])
    expect(readdirSync(join(place.folder, 'claims'))).toEqual([])
  })

  it('leaves a damaged claim as it is', async () => {
    const place = makePlace()
    const notebook = await open(place)
    const { id } = await notebook.createClaim('Talks')
    await notebook.addEvidence(id, [note('a')], 'supports')
    const path = join(place.folder, 'claims', `talks-${id.slice(0, 8)}.json`)
    await notebook.close()
    const damaged = readFileSync(path, 'utf8').replace('"supports"', '"perhaps"')
    writeFileSync(path, damaged)
    const again = await open(place)
    expect(again.status().problems).toMatchObject([{ path, code: 'NOTEBOOK_DAMAGED' }])
    expect(again.listClaims()).toEqual([])
    expect(readFileSync(path, 'utf8')).toBe(damaged)
  })
})
