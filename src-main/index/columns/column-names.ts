/** Raised with every change of what the columns hold; columns of another version are not read. */
export const COLUMNS_VERSION = '1'

/**
 * The columns of `event_column`, by ordinal: the place of an event among all in order of row id.
 *
 * - `ids`: row ids, 64-bit.
 * - `entity_*`, `host_*`: row ids of the entities and hosts of each event; `backlink_*`: ordinals of
 *   the events whose relations lead to it. All are lists as `ListsByEvent` says, 32-bit. `link_starts`
 *   tells the same way how many relations of each event lead to one of the archive.
 * - `topics`: 32-bit, a place in `topic_names`, a JSON array whose first name stands for none.
 * - `flags`: 8-bit, of `EVENT_FLAGS`.
 * - `groups`: 32-bit, the ordinal of the first of the events that report the same; itself where an
 *   event stands alone. Missing where that is not known.
 */
export type ColumnName =
  | 'ids'
  | 'entity_starts'
  | 'entity_values'
  | 'host_starts'
  | 'host_values'
  | 'link_starts'
  | 'backlink_starts'
  | 'backlink_values'
  | 'topics'
  | 'topic_names'
  | 'flags'
  | 'groups'
