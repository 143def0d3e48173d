import type { HighlightColour } from '#shared/notebook.ts'

/** What a tag was given beside its name. */
export interface TagRecord {
  /** The tag as tags are compared, by `tagKey`. */
  id: string
  colour: HighlightColour
  /** When it was given the colour; ISO 8601, UTC. */
  modified: string
}
