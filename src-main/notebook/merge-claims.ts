import type { Claim, Evidence } from '#shared/claim.ts'
import { compareText } from './compare-text.ts'
import { withoutDeleted } from './living.ts'
import { mergeDeleted } from './merge-deleted.ts'
import { mergeRecords } from './merge-records.ts'
import { mergeText } from './merge-text.ts'

/**
 * Join two versions of a claim: evidence of both, texts that both changed one after the other. Of
 * two new statements, and of two new stances, the one modified last is taken.
 *
 * @param base - What both began with; `null` where there was nothing.
 */
export function mergeClaims(base: Claim | null, ours: Claim, theirs: Claim): Claim {
  const areWeNewer = ours.modified >= theirs.modified
  const [newer, older] = areWeNewer ? [ours, theirs] : [theirs, ours]
  const evidence = mergeRecords(
    base?.evidence ?? [],
    ours.evidence,
    theirs.evidence,
    (our, their, before) => [mergeEvidence(our, their, before, areWeNewer)],
  )
  return {
    ...withoutDeleted(theirs),
    id: ours.id,
    modified: newer.modified,
    name: newer.name === base?.name ? older.name : newer.name,
    verdict: mergeText(base?.verdict, ours.verdict, theirs.verdict),
    evidence: joinDoubles(evidence),
    ...mergeDeleted(base, ours, theirs),
  }
}

function mergeEvidence(
  our: Evidence,
  their: Evidence,
  before: Evidence | undefined,
  areWeNewer: boolean,
): Evidence {
  const [newer, older] = areWeNewer ? [our, their] : [their, our]
  const didWeFollow = before !== undefined && our.event.id !== before.event.id
  return {
    ...their,
    event: didWeFollow ? our.event : their.event,
    stance: newer.stance === before?.stance ? older.stance : newer.stance,
    remark: mergeText(before?.remark, our.remark, their.remark),
  }
}

/**
 * An annotation that both sides added is evidence once: as it was added last, under the id that
 * comes first, so that both sides make the same of it.
 */
function joinDoubles(evidence: readonly Evidence[]): Evidence[] {
  const groups = Map.groupBy(evidence, ({ annotationId }) => annotationId)
  return Array.from(groups.values(), (group) =>
    group.reduce((one, other) => {
      const [earlier, later] = one.added <= other.added ? [one, other] : [other, one]
      const id = compareText(one.id, other.id) < 0 ? one.id : other.id
      return { ...later, id, remark: mergeText(undefined, earlier.remark, later.remark) }
    }),
  )
}
