import { HIGHLIGHT_COLOURS, type HighlightColour } from '#shared/notebook.ts'

/**
 * Names of the highlights of the page, as the style sheet knows them (`::highlight(…)`).
 *
 * A colour has three: its ground, its ground where other marks lie below (`deep`), and its line, of
 * which there are as many as lanes.
 */
export const LANES = 3
export const UNSURE = 'annals-unsure'
export const ACTIVE = 'annals-active'
export const HOVERED = 'annals-hovered'

/** @param colour - `null` for words that are noted without a colour. */
export function groundName(colour: HighlightColour, isDeep: boolean): string {
  return isDeep ? `annals-${colour}-deep` : `annals-${colour}`
}

export function lineName(colour: HighlightColour | null, lane: number): string {
  return `annals-${colour ?? 'plain'}-line-${lane % LANES}`
}

/** Those that come and go with the pointer and the focus. */
export const EMPHASIS_NAMES: readonly string[] = [HOVERED, ACTIVE]

/** Every name, those that lie below first. */
export const MARK_NAMES: readonly string[] = [
  ...HIGHLIGHT_COLOURS.map((colour) => groundName(colour, false)),
  ...HIGHLIGHT_COLOURS.map((colour) => groundName(colour, true)),
  ...EMPHASIS_NAMES,
  ...[...HIGHLIGHT_COLOURS, null].flatMap((colour) =>
    Array.from({ length: LANES }, (_, lane) => lineName(colour, lane)),
  ),
  UNSURE,
]

/** Those that stay as long as the marks do. */
export const LASTING_NAMES: readonly string[] = MARK_NAMES.filter(
  (name) => !EMPHASIS_NAMES.includes(name),
)
