import type { HighlightColour } from '#shared/notebook.ts'
import type { CommandId } from '../../stores/command-table.ts'

/** The command that highlights in each colour. */
export const COLOUR_COMMANDS = {
  yellow: 'highlight-yellow',
  green: 'highlight-green',
  blue: 'highlight-blue',
  pink: 'highlight-pink',
  purple: 'highlight-purple',
  orange: 'highlight-orange',
} as const satisfies Record<HighlightColour, CommandId>
