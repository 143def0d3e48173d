import type { TagChange } from '#shared/notebook-api.ts'
import type { TagCount } from '#shared/notebook.ts'
import type { ChangeTurns } from './change-turns.ts'
import type { Tags } from './tags.ts'

/** What can be done with tags. */
export interface TagActions {
  /** Those that are in use, most used first. */
  listTags(): TagCount[]
  /**
   * Rename a tag and those below it everywhere, also in the trash, give it a colour, or both, as one
   * step. Where a new name is in use, the two become one, written as it is there. Colours follow,
   * unless the new name has its own or is given one.
   *
   * @returns how many annotations were changed. @throws TAG_NAME_INVALID
   */
  changeTag(tag: string, change: TagChange): Promise<number>
}

/** Let changes of tags take turns with all others. */
export function tagActions(tags: Tags, turns: ChangeTurns): TagActions {
  return {
    listTags: () => tags.list(),
    changeTag: (tag, change) => turns.take(() => tags.change(tag, change)),
  }
}
