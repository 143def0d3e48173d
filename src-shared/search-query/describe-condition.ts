import { HAS_ROWS } from './has-values.ts'
import { describeMark } from './mark-values.ts'
import type { DateTest, LeafNode, TermNode } from './query-tree.ts'

/** A condition for a person: "text has" + "“aid”". Those with the same subject can be joined. */
export interface Description {
  /** Empty for dates, which stand alone. */
  subject: string
  object: string
  /** Whether the subject denies: "does not have a or b" means neither. */
  isDenied: boolean
}

/** What must hold of an event, or with `isNegative` must not. */
export function describeCondition(node: LeafNode, isNegative: boolean): Description {
  switch (node.kind) {
    case 'term':
      return { ...describeTerm(node, isNegative), isDenied: isNegative }
    case 'date': {
      const when = describeDate(node.test)
      return { subject: '', object: isNegative ? `not ${when}` : when, isDenied: false }
    }
    case 'has': {
      const { verb, some, none } = HAS_ROWS[node.what]
      return { subject: verb, object: isNegative ? none : some, isDenied: false }
    }
    case 'mark': {
      const { some, none } = describeMark(node.test)
      return { subject: 'has', object: isNegative ? none : some, isDenied: false }
    }
  }
}

function describeTerm(node: TermNode, isNegative: boolean): { subject: string; object: string } {
  const { field, value, isPhrase, isPrefix, isExact } = node
  const quoted = `“${value}”`
  switch (field) {
    case 'entity':
    case 'source':
    case 'tag':
    case 'id': {
      if (!isPrefix) {
        const subject = `${field} ${isNegative ? 'is not' : 'is'}`
        return { subject, object: isExact ? `exactly ${value}` : value }
      }
      const verb = isNegative ? 'does not begin with' : 'begins with'
      return { subject: `${field} ${verb}`, object: value }
    }
    case 'collection': {
      const subject = isNegative ? 'is not in' : 'is in'
      if (isPrefix) return { subject, object: `a collection beginning with ${quoted}` }
      return { subject, object: `the collection ${isExact ? `named exactly ${quoted}` : quoted}` }
    }
    case 'text':
    case 'title':
    case 'topic':
    case 'note': {
      const subject = `${field} ${isNegative ? 'does not have' : 'has'}`
      if (isExact) return { subject, object: `exactly ${quoted}` }
      if (isPrefix) return { subject, object: `words beginning with ${quoted}` }
      return { subject, object: isPhrase ? `the phrase ${quoted}` : quoted }
    }
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
