/** The forms in which annotations come from elsewhere. */
export type ExchangeFormat = 'web-annotation' | 'hypothesis' | 'notebook'

/** Something that could not be brought in. */
export interface ExchangeRefusal {
  /** Which it was, for a person. */
  title: string
  reason: string
}

/** What bringing in annotations did. Doing it again changes nothing. */
export interface ExchangeResult {
  format: ExchangeFormat
  /** Records that were read. */
  total: number
  added: number
  /** Records that were newer than those of the notebook and took their place. */
  updated: number
  /** Records that the notebook has as they are, or newer. */
  same: number
  /** Records that both sides changed: both are kept, and marked as versions of one another. */
  conflicts: number
  refused: ExchangeRefusal[]
}
