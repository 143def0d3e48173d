import type { SearchableAnnotation } from '#shared/notebook-marks.ts'
import type {
  HasNode,
  LeafNode,
  MarkTest,
  QueryNode,
  TermNode,
} from '#shared/search-query/query-tree.ts'
import { type Bitmap, intersect, makeRange, subtract, unite } from '../bitmap.ts'
import { evaluateQuery } from '../evaluate-query.ts'
import { exactWordTest } from '../leaves/exact-words.ts'
import { pickCollections, pickTags } from '../leaves/find-marked.ts'
import { isReviewState } from '../marks/review-state.ts'
import type { QueryContext } from '../query-context.ts'
import type { AnnotationList } from './annotation-list.ts'
import { testOfCopy } from './test-of-copy.ts'

/**
 * The annotations a query finds, as a bitmap over their places. What it asks of annotations must hold
 * of the annotation itself, all else of its event, and words may stand in either. Of an event that is
 * not in the archive, the notebook knows date and headline.
 *
 * @param root - `null` asks for all.
 */
export function evaluateAnnotations(
  context: QueryContext,
  list: AnnotationList,
  root: QueryNode | null,
): Bitmap {
  context.checkpoint()
  const everything = makeRange(list.size, 0, list.size)
  switch (root?.kind) {
    case undefined:
      return everything
    case 'all':
      return root.children
        .map((child) => evaluateAnnotations(context, list, child))
        .reduce(intersect, everything)
    case 'any': {
      const [first = everything, ...others] = root.children.map((child) =>
        evaluateAnnotations(context, list, child),
      )
      return others.reduce(unite, first)
    }
    case 'not':
      return subtract(everything, evaluateAnnotations(context, list, root.child))
    case 'term':
      return evaluateTerm(context, list, root)
    case 'has':
      return evaluateHas(context, list, root)
    case 'mark':
      return evaluateMark(context, list, root.test)
    case 'date':
      return evaluateEvents(context, list, root)
  }
}

function evaluateTerm(context: QueryContext, list: AnnotationList, term: TermNode): Bitmap {
  const { notebook } = context
  switch (term.field) {
    case 'text': {
      const said = findSaid(context, list, term, ['note', 'quote'])
      return unite(said, evaluateEvents(context, list, term))
    }
    case 'note':
      return findSaid(context, list, term, ['note'])
    case 'tag': {
      const tags = new Set(pickTags(notebook, term))
      return list.collect((annotation) => annotation.tags.some((tag) => tags.has(tag)))
    }
    case 'collection': {
      const sets = pickCollections(notebook, term).map((id) => notebook.collections.get(id))
      return list.collect(({ eventId }) => sets.some((set) => set?.counts.has(eventId)))
    }
    case 'title':
    case 'topic':
    case 'entity':
    case 'source':
    case 'id':
      return evaluateEvents(context, list, term)
  }
}

function findSaid(
  { notebook }: QueryContext,
  list: AnnotationList,
  term: TermNode,
  texts: readonly ('note' | 'quote')[],
): Bitmap {
  const passes = term.isExact ? exactWordTest(term.value) : () => true
  return list.collectThese(notebook.findWords(term, texts, passes))
}

function evaluateHas(context: QueryContext, list: AnnotationList, node: HasNode): Bitmap {
  switch (node.what) {
    case 'note':
      return list.collect(({ note }) => note.trim() !== '')
    case 'highlight':
      return list.collect(({ selector }) => selector !== null)
    case 'tag':
      return list.collect(({ tags }) => tags.length > 0)
    case 'collection': {
      const collected = context.notebook.kinds.get('collection')
      return list.collect(({ eventId }) => collected?.counts.has(eventId) ?? false)
    }
    case 'claim':
      return list.collect(({ id }) => context.notebook.isEvidence(id))
    case 'source':
    case 'summary':
    case 'revision':
    case 'problem':
      return evaluateEvents(context, list, node)
  }
}

function evaluateMark(context: QueryContext, list: AnnotationList, test: MarkTest): Bitmap {
  return list.collect(markTest(context, test))
}

function markTest(
  context: QueryContext,
  { field, value }: MarkTest,
): (annotation: SearchableAnnotation) => boolean {
  if (field === 'colour') return ({ colour }) => colour === value
  if (isReviewState(value)) return ({ state }) => state === value
  context.anchors.bringUpToDate(context)
  return ({ id }) => context.anchors.statusOf(id) === value
}

function evaluateEvents(context: QueryContext, list: AnnotationList, leaf: LeafNode): Bitmap {
  return list.collectOn(evaluateQuery(context, leaf), testOfCopy(leaf))
}
