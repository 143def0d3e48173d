// @vitest-environment happy-dom
import type { Claim, Evidence } from '#shared/claim.ts'
import { AnnalsError } from '#shared/errors.ts'
import type { Annotation } from '#shared/notebook.ts'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { useToasts } from '../../../src-renderer/composables/use-toasts.ts'
import { joinMain } from './join-main.ts'
import { statusOf } from './notebook-status.ts'

const SOON = { timeout: 10_000 }
const EVENT = { id: 'e', date: '2008-06-06', title: 'Fuel', text: '' }

function piece(id: string, changes: Partial<Evidence> = {}): Evidence {
  return {
    ...{ id, annotationId: `note of ${id}`, stance: 'supports', remark: '', added: '' },
    ...{ event: EVENT, quote: '', outlets: [], ...changes },
  }
}

function claim(id: string, evidence: Evidence[] = []): Claim {
  return { id, name: id, created: '', modified: '', verdict: '', evidence }
}

/** The notebook as the main process has it. */
const main = {
  claims: new Map<string, Claim>(),
  saves: [] as unknown[],
  isFull: false,
  waiting: null as Promise<void> | null,
}

async function change(id: string, edit: (claim: Claim) => Claim): Promise<Claim> {
  if (main.isFull) throw new AnnalsError('NOTEBOOK_NOT_SAVED', 'There is no space left.')
  const changed = edit(find(id))
  main.claims.set(id, changed)
  return await Promise.resolve(changed)
}

function find(id: string): Claim {
  const found = main.claims.get(id)
  if (!found) throw new AnnalsError('CLAIM_NOT_FOUND', 'There is no such claim.')
  return found
}

const renderer = joinMain({
  getImportReport: () => Promise.resolve(null),
  getNotebookStatus: () => Promise.resolve(statusOf({ undo: 'Something' })),
  getClaim: async (id) => {
    if (id === 'slow') await main.waiting
    return find(id)
  },
  listAnnotations: () => Promise.resolve([{ id: 'note of 1', note: 'Says who?' } as Annotation]),
  updateClaim: async (id, given) => {
    main.saves.push(given)
    return await change(id, (before) => ({ ...before, ...given }))
  },
  updateEvidence: async (id, evidenceId, given) =>
    await change(id, (before) => ({
      ...before,
      evidence: before.evidence.map((one) => (one.id === evidenceId ? { ...one, ...given } : one)),
    })),
  removeEvidence: async (id, ids) =>
    await change(id, (before) => ({
      ...before,
      evidence: before.evidence.filter((one) => !ids.includes(one.id)),
    })),
  exportClaim: () => Promise.resolve({ files: ['/fuel.csv'], entries: 2 }),
})
const { useOpenClaimStore } = await import('../../../src-renderer/stores/open-claim.ts')

const toastTitles = () => useToasts().toasts.value.map(({ title }) => title)

describe('useOpenClaimStore', () => {
  beforeEach(() => {
    setActivePinia(createPinia())
    const { toasts, dismissToast } = useToasts()
    for (const { id } of [...toasts.value]) dismissToast(id)
    const claims = [claim('fuel', [piece('1'), piece('2')]), claim('slow'), claim('aid')]
    main.claims = new Map(claims.map((one) => [one.id, one]))
    main.saves = []
    main.isFull = false
  })

  it('shows a claim with what its annotations say now', async () => {
    const open = useOpenClaimStore()
    await open.open('fuel')
    expect(open.current).toEqual(main.claims.get('fuel'))
    expect([...(open.annotations ?? [])].map(([id, { note }]) => [id, note])).toEqual([
      ['note of 1', 'Says who?'],
    ])
    await open.open('gone')
    expect(open.current).toBeNull()
    expect(open.annotations).toBeNull()
    expect(open.error).toMatchObject({ code: 'CLAIM_NOT_FOUND' })
    await open.open(null)
    expect(open.error).toBeNull()
  })

  it('shows what was opened last, whichever answer comes last', async () => {
    const open = useOpenClaimStore()
    let answer: () => void = () => undefined
    main.waiting = new Promise((resolve) => (answer = resolve))
    const slow = open.open('slow')
    await open.open('aid')
    answer()
    await slow
    expect(open.current?.id).toBe('aid')
  })

  it('changes a stance and removes evidence, which can be undone', async () => {
    const open = useOpenClaimStore()
    await open.open('fuel')
    await open.setStance('2', 'contradicts')
    expect(open.current?.evidence.map(({ stance }) => stance)).toEqual(['supports', 'contradicts'])
    await open.removeEvidence(['1'])
    expect(open.current?.evidence.map(({ id }) => id)).toEqual(['2'])
    expect(toastTitles()).toEqual(['1 piece of evidence removed'])
  })

  it('shows what the claim is where it could not be changed', async () => {
    const open = useOpenClaimStore()
    await open.open('fuel')
    main.isFull = true
    await open.removeEvidence(['1'])
    expect(open.current?.evidence).toHaveLength(2)
    expect(toastTitles()).toEqual(['There is no space left.'])
  })

  it('saves a verdict as it is written, and keeps it where it could not be', async () => {
    const open = useOpenClaimStore()
    await open.open('fuel')
    open.beginVerdict(find('fuel'))
    open.draftOf('fuel')?.write('Likely.')
    await open.leaveDraft('fuel')
    expect(main.saves).toEqual([{ verdict: 'Likely.' }])
    expect(open.current?.verdict).toBe('Likely.')
    expect(open.draftOf('fuel')).toBeNull()

    main.isFull = true
    open.beginVerdict(find('fuel'))
    open.draftOf('fuel')?.write('Unlikely.')
    await open.leaveDraft('fuel')
    expect(open.draftOf('fuel')).toMatchObject({ text: { value: 'Unlikely.' } })
    main.isFull = false
    await open.leaveDraft('fuel')
    expect(find('fuel').verdict).toBe('Unlikely.')
  })

  it('lets a text that is written follow what another program changed, unless words wait', async () => {
    const open = useOpenClaimStore()
    await open.open('fuel')
    open.beginRemark('fuel', piece('1'))
    await change('fuel', (before) => ({ ...before, evidence: [piece('1', { remark: 'Theirs' })] }))
    await renderer.onNotebookChanged(null)
    await vi.waitFor(() => {
      expect(open.draftOf('1')?.text.value).toBe('Theirs')
    }, SOON)
    open.draftOf('1')?.write('Mine')
    await renderer.onNotebookChanged(null)
    expect(open.draftOf('1')?.text.value).toBe('Mine')
    open.leaveDrafts()
    await vi.waitFor(() => {
      expect(find('fuel').evidence[0]?.remark).toBe('Mine')
    }, SOON)
  })

  it('says where the table was written', async () => {
    const open = useOpenClaimStore()
    await open.open('fuel')
    await open.exportTable('csv')
    expect(toastTitles()).toEqual(['2 rows written to /fuel.csv'])
  })
})
