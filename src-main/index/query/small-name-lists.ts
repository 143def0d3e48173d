import { readColumns } from '../columns/read-columns.ts'
import { foldName } from '../fold-text.ts'
import type { IndexSnapshot } from './index-snapshot.ts'
import type { NotebookIndex } from './marks/notebook-index.ts'
import type { NameList } from './name-list.ts'

/** The topics of an archive; empty while an import has not gathered them yet. */
export function readTopics(index: IndexSnapshot): NameList {
  return index.lists.getOrMake('names of topics', () => {
    const { topics, topicNames } = readColumns(index) ?? { topics: [], topicNames: [] }
    const counts = new Uint32Array(topicNames.length)
    for (const topic of topics) counts[topic] = (counts[topic] ?? 0) + 1
    return { names: topicNames, folded: topicNames.map(foldName), counts }
  })
}

/** The tags of the notebook, with the numbers of events that have each. */
export function listTags({ tags }: NotebookIndex): NameList {
  const { names } = tags
  const counts = names.map((name) => tags.get(name)?.counts.size ?? 0)
  return { names, folded: names.map(foldName), counts: Uint32Array.from(counts) }
}

/** The collections of the notebook, with the numbers of their events. */
export function listCollections({ collections, collectionNames }: NotebookIndex): NameList {
  const names = [...collectionNames.values()]
  const counts = [...collectionNames.keys()].map((id) => collections.get(id)?.counts.size ?? 0)
  return { names, folded: names.map(foldName), counts: Uint32Array.from(counts) }
}
