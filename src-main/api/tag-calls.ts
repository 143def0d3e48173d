import type { MainApi } from '#shared/contract.ts'
import type { ArchiveSession } from '../archive-session.ts'

type TagCalls = Pick<MainApi, 'listTags' | 'changeTag'>

/** Calls about the tags of all annotations. */
export function tagCalls(session: ArchiveSession): TagCalls {
  const notebook = () => session.workspace.notebook
  return {
    listTags: async () => await Promise.resolve(notebook().listTags()),
    changeTag: async (tag, change) => await notebook().changeTag(tag, change),
  }
}
