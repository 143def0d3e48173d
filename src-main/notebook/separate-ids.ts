import { copyId } from './copy-id.ts'

/**
 * Where a merge by hand left two records with one id, both stay and the second gets its own.
 *
 * @param mark - What the second gets beside its own id, given that of the first.
 */
export function separateIds<Item extends { id: string }>(
  items: Item[],
  mark: (original: string) => object = () => ({}),
): Item[] {
  const seen = new Set<string>()
  return items.map((item) => {
    const separate = seen.has(item.id) ? { ...item, ...mark(item.id), id: copyId(item) } : item
    seen.add(separate.id)
    return separate
  })
}
