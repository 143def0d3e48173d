import { styleText } from 'node:util'

/** How parts of an answer are told apart by colour. */
type Style = 'heading' | 'faint' | 'mark' | 'good' | 'bad'

/** Colours a text, or leaves it as it is where colours are not wanted. */
export type Paint = (style: Style, text: string) => string

const FORMATS: Record<Style, Parameters<typeof styleText>[0]> = {
  heading: 'bold',
  faint: 'dim',
  mark: ['bold', 'yellow'],
  good: 'green',
  bad: ['bold', 'red'],
}

/**
 * @param isAllowed - False where the researcher wants none. Otherwise a stream gets colours if it is
 *   a terminal, unless NO_COLOR or FORCE_COLOR say otherwise.
 */
export function createPaint(isAllowed: boolean, stream: NodeJS.WriteStream): Paint {
  return (style, text) => (isAllowed ? styleText(FORMATS[style], text, { stream }) : text)
}
