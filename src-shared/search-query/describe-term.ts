import type { DateTest, QueryNode, TermNode } from './query-tree.ts'

/** A condition for a person: "text has" + "“aid”". Those with the same subject can be joined. */
export interface Description {
  /** Empty for dates, which stand alone. */
  subject: string
  object: string
}

/** A term or date that must hold, or with `isNegative` must not. */
export function describeTerm(
  node: Extract<QueryNode, { kind: 'term' | 'date' }>,
  isNegative: boolean,
): Description {
  if (node.kind === 'term') return describeWords(node, isNegative)
  const when = describeDate(node.test)
  return { subject: '', object: isNegative ? `not ${when}` : when }
}

function describeWords(node: TermNode, isNegative: boolean): Description {
  const { field, value, isPhrase, isPrefix } = node
  if (field === 'entity' || field === 'source' || field === 'id') {
    if (isPrefix) {
      const verb = isNegative ? 'does not begin with' : 'begins with'
      return { subject: `${field} ${verb}`, object: value }
    }
    return { subject: `${field} ${isNegative ? 'is not' : 'is'}`, object: value }
  }
  const quoted = `“${value}”`
  return {
    subject: `${field} ${isNegative ? 'does not have' : 'has'}`,
    object: isPrefix
      ? `words beginning with ${quoted}`
      : isPhrase
        ? `the phrase ${quoted}`
        : quoted,
  }
}

function describeDate(test: DateTest): string {
  switch (test.kind) {
    case 'undated':
      return 'without a date'
    case 'before':
    case 'after':
      return `${test.kind} ${test.date}`
    case 'within': {
      const { first, last } = test
      if (first === null) return `until ${last ?? ''}`
      if (last === null) return `from ${first} on`
      if (first !== last) return `from ${first} to ${last}`
      return `${first.length === 'YYYY-MM-DD'.length ? 'on' : 'in'} ${first}`
    }
  }
}
