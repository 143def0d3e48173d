import type { InterpretedPart } from '../search.ts'
import { type Description, describeTerm } from './describe-term.ts'
import type { GroupNode, IgnoredPart, ParsedQuery, QueryNode, QuerySpan } from './query-tree.ts'

/** How a query was read. */
export interface Interpretation {
  /** `entity is North Korea, and text has the phrase “fuel aid”, before 2009`; empty for no query. */
  interpreted: string
  /** In order of their place, not overlapping; an excluded group is one part. */
  parts: InterpretedPart[]
}

/** Say for a person how a query was read. */
export function interpretQuery({ root, ignored }: ParsedQuery): Interpretation {
  const parts = root ? listParts(root) : []
  for (const part of ignored) {
    const around = parts.find((other) => isWithin(part, other))
    if (around) around.warning ??= part.warning
    else parts.push(describeIgnored(part))
  }
  return {
    interpreted: root ? describeNode(root) : '',
    parts: parts.sort((a, b) => a.startUtf16 - b.startUtf16),
  }
}

function isWithin(inner: QuerySpan, outer: QuerySpan): boolean {
  return inner.startUtf16 >= outer.startUtf16 && inner.endUtf16 <= outer.endUtf16
}

function describeIgnored({ text, startUtf16, endUtf16, warning }: IgnoredPart): InterpretedPart {
  return { text: `“${text}” is ignored`, startUtf16, endUtf16, warning }
}

function listParts(node: QueryNode): InterpretedPart[] {
  if (node.kind === 'all' || node.kind === 'any') return node.children.flatMap(listParts)
  const { startUtf16, endUtf16 } = node
  return [{ text: describeNode(node), startUtf16, endUtf16, warning: findWarning(node) }]
}

function findWarning(node: QueryNode): string | null {
  if (node.kind === 'term' || node.kind === 'date') return node.warning
  if (node.kind === 'not') return findWarning(node.child)
  return node.children.map(findWarning).find((warning) => warning !== null) ?? null
}

function describeNode(node: QueryNode): string {
  if (node.kind === 'all' || node.kind === 'any') return describeGroup(node)
  const { subject, object } = describe(node)
  return subject === '' ? object : `${subject} ${object}`
}

/** A group within another stands in parentheses. */
function describe(node: QueryNode): Description {
  switch (node.kind) {
    case 'term':
    case 'date':
      return describeTerm(node, false)
    case 'not':
      if (node.child.kind === 'term' || node.child.kind === 'date') {
        return describeTerm(node.child, true)
      }
      return { subject: '', object: `not ${describe(node.child).object}` }
    case 'all':
    case 'any':
      return { subject: '', object: `(${describeGroup(node)})` }
  }
}

function describeGroup({ kind, children }: GroupNode): string {
  const word = kind === 'all' ? 'and' : 'or'
  let sentence = ''
  for (const [index, { subject, objects, isDate }] of joinSubjects(children).entries()) {
    if (index > 0) sentence += kind === 'any' ? ' or ' : isDate ? ', ' : ', and '
    sentence +=
      subject === '' ? objects.join(` ${word} `) : `${subject} ${listWords(objects, word)}`
  }
  return sentence
}

/** "text has a", "text has b" → "text has" a, b. */
function joinSubjects(children: QueryNode[]) {
  const joined: { subject: string; objects: string[]; isDate: boolean }[] = []
  for (const child of children) {
    const { subject, object } = describe(child)
    const last = joined.at(-1)
    if (last && subject !== '' && last.subject === subject) last.objects.push(object)
    else joined.push({ subject, objects: [object], isDate: child.kind === 'date' })
  }
  return joined
}

function listWords(words: string[], lastWord: string): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} ${lastWord} ${words.at(-1) ?? ''}`
}
