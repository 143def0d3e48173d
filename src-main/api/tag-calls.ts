import type { MainApi } from '#shared/contract.ts'
import type { ArchiveSession } from '../archive-session.ts'

type TagCalls = Pick<MainApi, 'listTags' | 'setTagColour' | 'renameTag'>

/** Calls about the tags of all annotations. */
export function tagCalls(session: ArchiveSession): TagCalls {
  const notebook = () => session.workspace.notebook
  return {
    listTags: async () => await Promise.resolve(notebook().listTags()),
    setTagColour: async (tag, colour) => {
      await notebook().setTagColour(tag, colour)
    },
    renameTag: async (tag, newName) => await notebook().renameTag(tag, newName),
  }
}
