import type { TermNode } from '#shared/search-query/query-tree.ts'
import { readColumns } from '../../columns/read-columns.ts'
import { entityToken, hostToken } from '../../identity-token.ts'
import { readOrdinals } from '../archive-ordinals.ts'
import { type Bitmap, makeBitmap, unite } from '../bitmap.ts'
import { findEntities, findHosts, isSameText } from '../find-names.ts'
import type { QueryContext } from '../query-context.ts'
import { collectOwners } from './collect-owners.ts'
import { findText, findWords } from './find-text.ts'
import { verifyEvents } from './verify-events.ts'

/** So many words are asked for at once, while there are no columns. */
const TOKENS_PER_QUESTION = 200

/** Events of the entities that a term means. */
export function findByEntity(context: QueryContext, term: TermNode): Bitmap {
  return keep(context, term, () =>
    findOwners(context, 'entities', findEntities(context.index, term)),
  )
}

/** Events that cite a host or an outlet that a term means. */
export function findBySource(context: QueryContext, term: TermNode): Bitmap {
  return keep(context, term, () => {
    const hosts = findHosts(context.index, term)
    const byHost = findOwners(context, 'hosts', hosts)
    // A host that is known says all; a word may be part of an outlet's name as well.
    if (hosts.length > 0 && !term.isExact && term.value.includes('.')) return byHost
    const byName = findWords(context, 'source', term)
    return unite(byHost, term.isExact ? findOutlets(context, byName, term.value) : byName)
  })
}

/** Events that name an outlet exactly so. */
function findOutlets(context: QueryContext, candidates: Bitmap, name: string): Bitmap {
  return verifyEvents(context, candidates, 'sources', ([sources]) =>
    (JSON.parse(sources ?? '[]') as [name: string][]).some(([outlet]) => isSameText(outlet, name)),
  )
}

/** Events of any of these entities or hosts. @param ids - Row ids of them. */
export function findOwners(
  context: QueryContext,
  kind: 'entities' | 'hosts',
  ids: readonly number[],
): Bitmap {
  const columns = readColumns(context.index)
  if (columns) return collectOwners(columns[kind], ids)
  const [column, toToken] =
    kind === 'entities' ? (['entities', entityToken] as const) : (['sources', hostToken] as const)
  let found = makeBitmap(readOrdinals(context.index).size)
  for (let at = 0; at < ids.length; at += TOKENS_PER_QUESTION) {
    const tokens = ids.slice(at, at + TOKENS_PER_QUESTION).map((id) => `"${toToken(id)}"`)
    found = unite(found, findText(context, `${column} : (${tokens.join(' OR ')})`))
  }
  return found
}

function keep({ index }: QueryContext, term: TermNode, find: () => Bitmap): Bitmap {
  const { field, value, isPrefix, isExact } = term
  return index.answers.getOrMake(JSON.stringify([field, value, isPrefix, isExact]), find)
}
