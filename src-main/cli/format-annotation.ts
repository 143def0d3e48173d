import type { Annotation } from '#shared/notebook.ts'
import type { Paint } from './paint.ts'
import { cleanLine, cleanParagraphs } from './terminal-text.ts'

/** An annotation: when, its state, tags, the words it marks with their colour, and its note. */
export function formatAnnotation(annotation: Annotation, paint: Paint): string {
  const { modified, state, tags, selector, colour, note, id } = annotation
  const states = state === 'open' ? [] : [state]
  const names = tags.map((tag) => `#${cleanLine(tag)}`)
  const head = [modified.slice(0, 10), ...states, ...names].join('  ')
  const mark = colour === null ? '' : `  ${paint('faint', colour)}`
  return [
    `${head}  ${paint('faint', id)}`,
    ...(selector ? [`${paint('mark', `“${cleanLine(selector.exact)}”`)}${mark}`] : []),
    ...(note === '' ? [] : [cleanParagraphs(note)]),
  ].join('\n')
}
