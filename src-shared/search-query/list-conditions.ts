import type { QueryNode } from './query-tree.ts'

/** What must hold of every match, also within groups. @param root - `null` asks for all events. */
export function listConditions(root: QueryNode | null): QueryNode[] {
  if (root === null) return []
  return root.kind === 'all' ? root.children.flatMap(listConditions) : [root]
}
