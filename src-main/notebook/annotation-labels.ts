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
export function labelDeletion(annotations: readonly Annotation[]): string {
  const [only, ...others] = annotations
  if (!only || others.length > 0) return stepLabels.deleteAnnotations(annotations.length)
  return isBareHighlight(only)
    ? stepLabels.deleteHighlight(only.event.title)
    : stepLabels.deleteAnnotation(only.event.title)
}

/** @returns what Undo calls the change of one annotation. */
export function labelEdit(before: Annotation, after: Annotation): string {
  const { title } = before.event
  if (after.selector === null && before.selector) return stepLabels.keepAsNote(title)
  if (after.note !== before.note) return stepLabels.editNote(title)
  if (after.selector !== before.selector) return stepLabels.confirmPlace(title)
  return labelMarking(before, after)
}

/** @returns what Undo calls the same change of several annotations. */
export function labelEdits(pairs: readonly (readonly [Annotation, Annotation])[]): string {
  const [only, ...others] = pairs
  if (only && others.length === 0) return labelEdit(...only)
  const changed = new Set(pairs.flatMap(([before, after]) => listMarkings(before, after)))
  const [marking] = changed
  return stepLabels.changeAnnotations(changed.size === 1 ? (marking ?? null) : null, pairs.length)
}

type Marking = 'tags' | 'colour' | 'state'

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

function listMarkings(before: Annotation, after: Annotation): Marking[] {
  const markings = ['tags', 'colour', 'state'] as const
  return markings.filter((marking) => after[marking] !== before[marking])
}

function isBareHighlight({ note, selector }: Annotation): boolean {
  return selector !== null && note.trim() === ''
}
