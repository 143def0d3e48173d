import type { Annotation } from '#shared/notebook.ts'
import { stepLabels } from './step-labels.ts'

/** @returns what Undo calls the making of an annotation. */
export function labelCreation(annotation: Annotation): string {
  const { title } = annotation.event
  return isBareHighlight(annotation)
    ? stepLabels.createHighlight(title)
    : stepLabels.createAnnotation(title)
}

/** @returns what Undo calls the deletion of annotations. */
export function labelDeletion(deletions: readonly { before: Annotation }[]): string {
  const [first] = deletions
  if (!first || deletions.length > 1) return stepLabels.deleteAnnotations(deletions.length)
  const { before } = first
  return isBareHighlight(before)
    ? stepLabels.deleteHighlight(before.event.title)
    : stepLabels.deleteAnnotation(before.event.title)
}

/** @returns what Undo calls the change of one annotation. */
export function labelEdit(before: Annotation, after: Annotation): string {
  const { title } = before.event
  if (after.selector === null && before.selector) return stepLabels.keepAsNote(title)
  if (after.note !== before.note) return stepLabels.editNote(title)
  if (after.selector !== before.selector) return stepLabels.confirmPlace(title)
  return labelMarking(before, after)
}

/**
 * @param markings - What differs in any of them.
 * @returns what Undo calls the same change of several annotations.
 */
export function labelEdits(
  edits: readonly { before: Annotation; after: Annotation }[],
  markings: ReadonlySet<Marking>,
): string {
  const [first] = edits
  if (first && edits.length === 1) return labelEdit(first.before, first.after)
  const [marking = null] = markings
  return stepLabels.changeAnnotations(markings.size === 1 ? marking : null, edits.length)
}

const MARKINGS = ['tags', 'colour', 'state'] as const

/** What of an annotation is no words. */
export type Marking = (typeof MARKINGS)[number]

function labelMarking(before: Annotation, after: Annotation): string {
  const { title } = before.event
  const [marking = 'tags', ...others] = listMarkings(before, after)
  if (others.length > 0) return stepLabels.changeMarking(title)
  return {
    tags: stepLabels.changeTags,
    colour: stepLabels.changeColour,
    state: stepLabels.changeState,
  }[marking](title)
}

/** @returns what of an annotation that is no words differs. */
export function listMarkings(before: Annotation, after: Annotation): Marking[] {
  return MARKINGS.filter((marking) => after[marking] !== before[marking])
}

function isBareHighlight({ note, selector }: Annotation): boolean {
  return selector !== null && note.trim() === ''
}
