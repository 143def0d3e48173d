import type { Claim, Evidence } from '#shared/claim.ts'
import { event } from './make-notebook.ts'

const TIME = '2020-01-01T10:00:00.000Z'

export function claim(parts: Partial<Claim> = {}): Claim {
  const made = { id: 'q', created: TIME, modified: TIME }
  return { ...made, name: 'Talks resumed', verdict: '', evidence: [], ...parts }
}

export function evidence(id: string, parts: Partial<Evidence> = {}): Evidence {
  return {
    id,
    annotationId: `annotation ${id}`,
    stance: 'supports',
    remark: '',
    added: TIME,
    event: event(),
    quote: '',
    outlets: [],
    ...parts,
  }
}
