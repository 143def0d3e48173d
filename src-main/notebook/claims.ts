import { randomUUID } from 'node:crypto'
import type { Claim, ClaimSummary, Stance } from '#shared/claim.ts'
import * as edit from './claim-edits.ts'
import type { Journal } from './journal.ts'
import { CLAIM } from './named-kinds.ts'
import type { NamedRecords } from './named-records.ts'
import { cleanRecordName } from './record-name.ts'
import { stepLabels } from './step-labels.ts'
import { summariseClaim } from './summarise-claim.ts'

/** What of a claim can be changed; what is left out stays. */
export interface ClaimChange {
  /** The statement. */
  name?: string
  /** Markdown, kept byte for byte. */
  verdict?: string
}

/** Statements with their evidence, in a document each. */
export class Claims {
  readonly #records: NamedRecords<Claim>
  readonly #journal: Journal

  constructor(records: NamedRecords<Claim>, journal: Journal) {
    this.#records = records
    this.#journal = journal
  }

  /** By name. */
  list(): ClaimSummary[] {
    return this.#records.all().map(summariseClaim)
  }

  /** @throws CLAIM_NOT_FOUND */
  get(id: string): Claim {
    return this.#records.get(id)
  }

  /** @throws CLAIM_NOT_FOUND, CLAIM_AMBIGUOUS */
  find(nameOrId: string): Claim {
    return this.#records.find(nameOrId)
  }

  /** @throws CLAIM_NAME_INVALID, NOTEBOOK_* */
  async create(givenName: string): Promise<Claim> {
    const name = cleanRecordName(CLAIM, givenName)
    const now = this.#journal.now().toISOString()
    const id = randomUUID()
    const after: Claim = { id, created: now, modified: now, name, verdict: '', evidence: [] }
    const change = { kind: 'claim', id, before: null, after } as const
    await this.#journal.commit([change], stepLabels.createClaim(name))
    return after
  }

  /** @throws CLAIM_NOT_FOUND, CLAIM_NAME_INVALID, NOTEBOOK_* */
  async update(id: string, change: ClaimChange): Promise<Claim> {
    const before = this.get(id)
    const name = change.name === undefined ? before.name : cleanRecordName(CLAIM, change.name)
    const verdict = change.verdict ?? before.verdict
    if (name !== before.name) {
      return this.#replace(before, { name, verdict }, stepLabels.renameClaim(before.name, name))
    }
    return this.#replace(before, { verdict }, stepLabels.editVerdict(name), `verdict ${id}`)
  }

  /** Put it into the trash. @throws CLAIM_NOT_FOUND, NOTEBOOK_* */
  async delete(id: string): Promise<void> {
    const before = this.get(id)
    const after = { ...before, deleted: this.#journal.now().toISOString() }
    const change = { kind: 'claim', id, before, after } as const
    await this.#journal.commit([change], stepLabels.deleteClaim(before.name))
  }

  /** Append annotations; those that are evidence already take the stance. @throws CLAIM_NOT_FOUND */
  async addEvidence(
    id: string,
    additions: readonly edit.NewEvidence[],
    stance: Stance,
  ): Promise<Claim> {
    const before = this.get(id)
    const evidence = edit.addEvidence(before, additions, stance, this.#journal.now())
    const count = evidence.length - before.evidence.length
    const label =
      count > 0 ? stepLabels.addEvidence(before.name, count) : stepLabels.changeStance(before.name)
    return this.#replace(before, { evidence }, label)
  }

  /** @throws CLAIM_NOT_FOUND, EVIDENCE_NOT_FOUND */
  async updateEvidence(
    id: string,
    evidenceId: string,
    change: edit.EvidenceChange,
  ): Promise<Claim> {
    const before = this.get(id)
    const evidence = edit.changeEvidence(before, evidenceId, change)
    const { event, stance } = edit.findEvidence(before, evidenceId)
    if (change.stance !== undefined && change.stance !== stance) {
      return this.#replace(before, { evidence }, stepLabels.changeStance(before.name))
    }
    const label = stepLabels.editRemark(event.title)
    return this.#replace(before, { evidence }, label, `remark ${evidenceId}`)
  }

  /** @throws CLAIM_NOT_FOUND, EVIDENCE_NOT_FOUND where one of them is none of its evidence */
  async removeEvidence(id: string, evidenceIds: readonly string[]): Promise<Claim> {
    const before = this.get(id)
    const evidence = edit.removeEvidence(before, evidenceIds)
    const count = before.evidence.length - evidence.length
    return this.#replace(before, { evidence }, stepLabels.removeEvidence(before.name, count))
  }

  async #replace(
    before: Claim,
    change: Partial<Claim>,
    label: string,
    editKey?: string,
  ): Promise<Claim> {
    const { id } = before
    const modified = this.#journal.now().toISOString()
    const after = { ...before, modified, ...change }
    if (edit.isSameClaim(before, after)) await this.#records.save(id)
    else await this.#journal.commit([{ kind: 'claim', id, before, after }], label, editKey)
    return this.#records.peek(id) ?? after
  }
}
