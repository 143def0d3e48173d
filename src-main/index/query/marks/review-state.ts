import { REVIEW_STATES, type ReviewState } from '#shared/notebook.ts'

/** Whether a word names how far the researcher is with an annotation. */
export function isReviewState(word: string): word is ReviewState {
  return (REVIEW_STATES as readonly string[]).includes(word)
}
