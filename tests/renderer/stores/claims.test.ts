// @vitest-environment happy-dom
import type { Claim, ClaimSummary } from '#shared/claim.ts'
import { AnnalsError } from '#shared/errors.ts'
import type { NotebookStatus } from '#shared/notebook.ts'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { useToasts } from '../../../src-renderer/composables/use-toasts.ts'
import { joinMain } from './join-main.ts'
import { statusOf } from './notebook-status.ts'

const SOON = { timeout: 10_000 }

function claimNamed(name: string, id = name): Claim {
  return { id, name, created: '', modified: '', verdict: '', evidence: [] }
}

function summaryOf({ id, name, created, modified }: Claim): ClaimSummary {
  return { id, name, created, modified, counts: { supports: 0, contradicts: 0, unclear: 0 } }
}

/** The notebook as the main process has it. */
const main = {
  claims: new Map<string, Claim>(),
  status: statusOf(),
  evidence: [] as unknown[],
  failure: null as AnnalsError | null,
}

function find(id: string): Claim {
  const claim = main.claims.get(id)
  if (!claim) throw new AnnalsError('CLAIM_NOT_FOUND', 'There is no such claim.')
  return claim
}

const renderer = joinMain({
  getImportReport: () => Promise.resolve(null),
  getNotebookStatus: (): Promise<NotebookStatus> => Promise.resolve(main.status),
  listClaims: async () => {
    if (main.failure) throw main.failure
    return await Promise.resolve([...main.claims.values()].map(summaryOf))
  },
  createClaim: async (name) => {
    const made = claimNamed(name, `id of ${name}`)
    main.claims.set(made.id, made)
    return await Promise.resolve(made)
  },
  updateClaim: async (id, change) => {
    const changed = { ...find(id), ...change }
    main.claims.set(id, changed)
    return await Promise.resolve(changed)
  },
  deleteClaim: async (id) => {
    main.claims.delete(find(id).id)
    main.status = statusOf({ undo: 'Delete claim' })
    await Promise.resolve()
  },
  addEvidence: async (...given) => {
    main.evidence.push(given)
    main.status = statusOf({ undo: 'Add evidence' })
    return await Promise.resolve(find(given[0]))
  },
})
const { useClaimsStore } = await import('../../../src-renderer/stores/claims.ts')
const { useNotebookStore } = await import('../../../src-renderer/stores/notebook.ts')

async function openClaims() {
  const claims = useClaimsStore()
  await vi.waitFor(() => {
    expect(claims.isLoaded).toBe(true)
    expect(useNotebookStore().status).not.toBeNull()
  }, SOON)
  return claims
}

const toastTitles = () => useToasts().toasts.value.map(({ title }) => title)

describe('useClaimsStore', () => {
  beforeEach(() => {
    setActivePinia(createPinia())
    const { toasts, dismissToast } = useToasts()
    for (const { id } of [...toasts.value]) dismissToast(id)
    main.claims = new Map([claimNamed('Talks'), claimNamed('Aid')].map((one) => [one.id, one]))
    main.status = statusOf()
    main.evidence = []
    main.failure = null
  })

  it('lists claims by name, and follows the notebook', async () => {
    const claims = await openClaims()
    expect(claims.list.map(({ name }) => name)).toEqual(['Aid', 'Talks'])
    main.claims.set('Fuel', claimNamed('Fuel'))
    await renderer.onNotebookChanged(null)
    await vi.waitFor(() => {
      expect(claims.list.map(({ name }) => name)).toEqual(['Aid', 'Fuel', 'Talks'])
    }, SOON)
    expect(claims.find('Fuel')?.name).toBe('Fuel')
    expect(claims.find('gone')).toBeNull()
  })

  it('makes a claim with a name that no other has, and says once which is new', async () => {
    const claims = await openClaims()
    await claims.createUntitled()
    expect(await claims.createUntitled()).toBe('id of Untitled claim 2')
    expect(claims.list.map(({ name }) => name)).toContain('Untitled claim 2')
    expect(claims.takeFresh()).toBe('id of Untitled claim 2')
    expect(claims.takeFresh()).toBeNull()
  })

  it('renames and deletes, and offers to undo the deletion', async () => {
    const claims = await openClaims()
    await claims.rename('Talks', 'Six-party talks')
    expect(claims.find('Talks')?.name).toBe('Six-party talks')
    expect(await claims.remove('Talks')).toBe(true)
    expect(claims.list.map(({ id }) => id)).toEqual(['Aid'])
    const [toast] = useToasts().toasts.value
    expect(toast).toMatchObject({ title: 'Claim “Six-party talks” deleted' })
    expect(toast?.action?.label).toBe('Undo')
  })

  it('says why a claim could not be deleted', async () => {
    const claims = await openClaims()
    expect(await claims.remove('gone')).toBe(false)
    expect(useToasts().toasts.value).toMatchObject([
      { kind: 'error', title: 'There is no such claim.' },
    ])
  })

  it('takes annotations as evidence, also of a claim made for them', async () => {
    const claims = await openClaims()
    claims.openPicker(['a', 'b'])
    expect(claims.picking).toEqual(['a', 'b'])
    claims.closePicker()
    expect(claims.picking).toBeNull()
    await claims.addEvidence('Aid', ['a', 'b'], 'supports')
    expect(toastTitles()).toEqual(['2 notes added to “Aid”'])
    await claims.createWith('Fuel', ['c'], 'unclear')
    expect(main.evidence).toEqual([
      ['Aid', ['a', 'b'], 'supports'],
      ['id of Fuel', ['c'], 'unclear'],
    ])
  })

  it('asks for no claim where the notebook cannot be changed, nor for nothing', async () => {
    main.status = statusOf({ readOnly: { code: 'NOTEBOOK_LOCKED', message: 'It is open there.' } })
    const claims = await openClaims()
    claims.openPicker([])
    expect(toastTitles()).toEqual([])
    claims.openPicker(['a'])
    expect(claims.picking).toBeNull()
    expect(toastTitles()).toEqual(['This notebook cannot be changed here'])
  })

  it('says why the list cannot be read, once an archive is open', async () => {
    main.failure = new AnnalsError('NOTEBOOK_UNREADABLE', 'It cannot be read.')
    const claims = await openClaims()
    expect(claims.error).toBeNull()
    await renderer.onArchiveChanged({
      ...{ path: '/archive', name: 'archive', importing: null },
      ...{ changedPages: 0, isWatched: true, isMissing: false },
    })
    await vi.waitFor(() => {
      expect(claims.error).toMatchObject({ code: 'NOTEBOOK_UNREADABLE' })
    }, SOON)
    expect(claims.list).toEqual([])
  })
})
