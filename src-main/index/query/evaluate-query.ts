import type { HasValue, LeafNode, QueryNode, TermNode } from '#shared/search-query/query-tree.ts'
import { readOrdinals } from './archive-ordinals.ts'
import { type Bitmap, intersect, isEmpty, makeRange, subtract, unite } from './bitmap.ts'
import { rangeOfTest } from './date-range.ts'
import { findExact } from './leaves/find-exact.ts'
import { findFlagged } from './leaves/find-flagged.ts'
import { findById } from './leaves/find-id.ts'
import {
  findByAnnotation,
  findByCollection,
  findByMark,
  findByNote,
  findByTag,
} from './leaves/find-marked.ts'
import { findByEntity, findBySource } from './leaves/find-named.ts'
import { findWords } from './leaves/find-text.ts'
import type { QueryContext } from './query-context.ts'

/** The events a query finds. @param root - `null` asks for all. */
export function evaluateQuery(context: QueryContext, root: QueryNode | null): Bitmap {
  const { size } = readOrdinals(context.index)
  const everything = makeRange(size, 0, size)
  return root === null ? everything : evaluate(context, root, everything)
}

/** @param within - Other events do not matter, whether the result has them or not. */
function evaluate(context: QueryContext, node: QueryNode, within: Bitmap): Bitmap {
  context.checkpoint()
  switch (node.kind) {
    case 'all':
      return evaluateAll(context, node.children, within)
    case 'any': {
      const [first, ...others] = node.children.map((child) => evaluate(context, child, within))
      return others.reduce(unite, first ?? within)
    }
    case 'not':
      return subtract(within, evaluate(context, node.child, within))
    case 'term':
    case 'date':
    case 'has':
    case 'mark':
      return evaluateLeaf(context, node, within)
  }
}

/** What is quick to find comes first, so that what is slow has few events left to look at. */
function evaluateAll(context: QueryContext, nodes: QueryNode[], within: Bitmap): Bitmap {
  let left = within
  for (const node of nodes.toSorted((a, b) => effortOf(a) - effortOf(b))) {
    left = intersect(left, evaluate(context, node, left))
    if (isEmpty(left)) return left
  }
  return left
}

function effortOf(node: QueryNode): number {
  switch (node.kind) {
    case 'date':
    case 'has':
    case 'mark':
      return 0
    case 'term':
      if (node.field === 'text' || node.field === 'title' || node.field === 'topic') {
        return node.isExact ? 3 : 2
      }
      return 1
    case 'not':
      return effortOf(node.child)
    case 'all':
    case 'any':
      return Math.max(...node.children.map(effortOf))
  }
}

function evaluateLeaf(context: QueryContext, node: LeafNode, within: Bitmap): Bitmap {
  switch (node.kind) {
    case 'date':
      return readOrdinals(context.index).collectRange(rangeOfTest(node.test))
    case 'has':
      return evaluateHas(context, node.what)
    case 'mark':
      return findByAnnotation(context, node.test)
    case 'term':
      return evaluateTerm(context, node, within)
  }
}

function evaluateHas(context: QueryContext, what: HasValue): Bitmap {
  switch (what) {
    case 'note':
    case 'highlight':
    case 'tag':
    case 'collection':
    case 'claim':
      return findByMark(context, what)
    case 'source':
    case 'summary':
    case 'revision':
    case 'problem':
      return findFlagged(context, what)
  }
}

function evaluateTerm(context: QueryContext, term: TermNode, within: Bitmap): Bitmap {
  switch (term.field) {
    case 'text':
    case 'title':
    case 'topic':
      if (term.isExact) return findExact(context, term.field, term, within)
      return findWords(context, term.field, term)
    case 'entity':
      return findByEntity(context, term)
    case 'source':
      return findBySource(context, term)
    case 'id':
      return findById(context, term)
    case 'tag':
      return findByTag(context, term)
    case 'collection':
      return findByCollection(context, term)
    case 'note':
      return findByNote(context, term)
  }
}

/** Whether what a query finds depends on the notebook. */
export function asksNotebook(node: QueryNode): boolean {
  switch (node.kind) {
    case 'all':
    case 'any':
      return node.children.some(asksNotebook)
    case 'not':
      return asksNotebook(node.child)
    case 'has':
      return ['note', 'highlight', 'tag', 'collection', 'claim'].includes(node.what)
    case 'term':
      return ['note', 'tag', 'collection'].includes(node.field)
    case 'mark':
      return true
    case 'date':
      return false
  }
}
