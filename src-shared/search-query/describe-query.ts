import { type Description, describeCondition } from './describe-condition.ts'
import type { GroupNode, LeafNode, QueryNode } from './query-tree.ts'

/** A query, or a part of one, as a clause for a person. */
export function describeNode(node: QueryNode): string {
  if (node.kind === 'all' || node.kind === 'any') return describeGroup(node)
  const { subject, object } = describe(node)
  return subject === '' ? object : `${subject} ${object}`
}

/** A group within another stands in parentheses. */
function describe(node: QueryNode): Description {
  switch (node.kind) {
    case 'term':
    case 'date':
    case 'has':
    case 'mark':
      return describeCondition(node, false)
    case 'not': {
      const { child } = node
      if (isLeaf(child)) return describeCondition(child, true)
      return { subject: '', object: `not ${describe(child).object}`, isDenied: false }
    }
    case 'all':
    case 'any':
      return { subject: '', object: `(${describeGroup(node)})`, isDenied: false }
  }
}

function isLeaf(node: QueryNode): node is LeafNode {
  return node.kind !== 'not' && node.kind !== 'all' && node.kind !== 'any'
}

function describeGroup({ kind, children }: GroupNode): string {
  let sentence = ''
  for (const [index, clause] of joinSubjects(kind, children).entries()) {
    const { subject, objects, isDenied, isDate } = clause
    if (index > 0) sentence += kind === 'any' ? ' or ' : isDate ? ', ' : ', and '
    const list = listWords(objects, kind === 'any' || isDenied ? 'or' : 'and')
    sentence += subject === '' ? list : `${subject} ${list}`
  }
  return sentence
}

/** "text has a", "text has b" → "text has" a, b. */
function joinSubjects(kind: GroupNode['kind'], children: QueryNode[]) {
  const joined: { subject: string; objects: string[]; isDenied: boolean; isDate: boolean }[] = []
  for (const child of children) {
    const { subject, object, isDenied } = describe(child)
    const last = joined.at(-1)
    // "Does not have a or b" would say that neither is there, where one of them may be.
    const isJoined = last && subject !== '' && last.subject === subject
    if (isJoined && !(isDenied && kind === 'any')) last.objects.push(object)
    else joined.push({ subject, objects: [object], isDenied, isDate: child.kind === 'date' })
  }
  return joined
}

function listWords(words: string[], lastWord: string): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} ${lastWord} ${words.at(-1) ?? ''}`
}
