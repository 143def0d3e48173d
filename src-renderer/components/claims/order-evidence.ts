import type { Evidence, Stance } from '#shared/claim.ts'

/** @returns evidence of the kind asked for (`null`: of any) in order of time; undated events come last. */
export function orderEvidence(evidence: readonly Evidence[], stance: Stance | null): Evidence[] {
  return evidence
    .filter((piece) => stance === null || piece.stance === stance)
    .toSorted(
      ({ event: one, added: first }, { event: other, added: second }) =>
        Number(one.date === null) - Number(other.date === null) ||
        compareText(one.date ?? '', other.date ?? '') ||
        compareText(first, second),
    )
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}
