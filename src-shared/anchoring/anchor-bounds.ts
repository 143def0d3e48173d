/**
 * What a place is worth, after Hypothesis: its words most, then what stands before and after them.
 * Where in the text it is says little, since whatever comes before may grow.
 */
export const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, position: 2 } as const

/**
 * Score from which unchanged words are taken without asking. One side of the context and the position
 * make 0.78; words that have lost both sides have 0.54 and what resembles them by chance, at most 0.7.
 */
export const SILENT_FLOOR = 0.75

/** Score from which unchanged words that stand there only once are offered: they alone are enough. */
export const EXACT_FLOOR = 0.5

/**
 * Score from which changed words are offered for confirmation, and unchanged ones that are repeated. Words of which a third has changed need
 * most of their context (0.36 + 0.43); a lookalike sentence in another context ("Team Beta" for "Team
 * Alpha": 0.45 + 0.1) does not get there.
 */
export const CHANGED_FLOOR = 0.6

/** Share of the units searched for that may differ; where more does, chance finds too much. */
export const MAX_ERROR_SHARE = 0.5

/**
 * By how much the best place must outdo the second best. A twelfth of all there is to win: half a side
 * of the context, which chance does not give to one of two repeated sentences.
 */
export const MARGIN = 0.08

/**
 * By how much a side of the context may be more like at another place with the same words. Beyond that
 * one side speaks for one place and one for the other: chance alone makes less.
 */
export const SIDE_MARGIN = 0.25

/** Places with unchanged words that are looked at; of more, none is taken without asking. */
export const MAX_EXACT_PLACES = 200

/** Places with changed words that are looked at more closely. */
export const MAX_CHANGED_PLACES = 6

/** Quotations beyond this length are found by their beginning and their end. UTF-16. */
export const MAX_SEARCHED_QUOTE = 512
