import type { InterpretedPart } from '../search.ts'
import { describeNode } from './describe-query.ts'
import type { IgnoredPart, ParsedQuery, QueryNode, QuerySpan, TermNode } from './query-tree.ts'
import { SORT_ROWS } from './sort-values.ts'

/** How a query was read. */
export interface Interpretation {
  /** `entity is North Korea, and text has the phrase “fuel aid”, before 2009`; empty for no query. */
  interpreted: string
  /** In order of their place, not overlapping; an excluded group is one part. */
  parts: InterpretedPart[]
}

/** Say for a person how a query was read. */
export function interpretQuery({ root, sort, ignored }: ParsedQuery): Interpretation {
  const parts = root ? listParts(root) : []
  const clauses = root ? [describeNode(root)] : []
  if (sort) {
    const { startUtf16, endUtf16 } = sort
    const text = `sorted ${SORT_ROWS[sort.sort].sorted}`
    clauses.push(text)
    const warning = 'An order within what is excluded is that of the whole answer.'
    if (!warnAround(parts, { startUtf16, endUtf16, warning })) {
      parts.push({ text, startUtf16, endUtf16, warning: null })
    }
  }
  for (const part of ignored) {
    if (!warnAround(parts, part)) parts.push(describeIgnored(part))
  }
  return {
    interpreted: clauses.join(', '),
    parts: parts.sort((a, b) => a.startUtf16 - b.startUtf16),
  }
}

/** Tell a warning at the part it lies in. @returns whether there is such a part. */
function warnAround(parts: InterpretedPart[], warned: QuerySpan & { warning: string }): boolean {
  const { startUtf16, endUtf16, warning } = warned
  const around = parts.find((part) => startUtf16 >= part.startUtf16 && endUtf16 <= part.endUtf16)
  if (around?.warning === null) {
    around.warning = warning
    around.warningStartUtf16 = startUtf16
    around.warningEndUtf16 = endUtf16
  }
  return around !== undefined
}

function describeIgnored({ text, startUtf16, endUtf16, warning }: IgnoredPart): InterpretedPart {
  return { text: `“${text}” is ignored`, startUtf16, endUtf16, warning }
}

function listParts(node: QueryNode): InterpretedPart[] {
  if (node.kind === 'all' || node.kind === 'any') return node.children.flatMap(listParts)
  const { startUtf16, endUtf16 } = node
  const part = { text: describeNode(node), startUtf16, endUtf16, warning: null }
  const term = findWarned(node)
  if (!term?.warned) return [part]
  const { warning, warned } = term
  return [
    {
      ...part,
      warning,
      warningStartUtf16: warned.startUtf16,
      warningEndUtf16: warned.endUtf16,
    },
  ]
}

function findWarned(node: QueryNode): TermNode | null {
  switch (node.kind) {
    case 'term':
      return node.warned ? node : null
    case 'date':
    case 'has':
    case 'mark':
      return null
    case 'not':
      return findWarned(node.child)
    case 'all':
    case 'any':
      return node.children.map(findWarned).find((term) => term !== null) ?? null
  }
}
