import { CircleQuestionMark, ThumbsDown, ThumbsUp } from '@lucide/vue'
import type { Component } from 'vue'
import type { Stance } from '#shared/claim.ts'

/** A sign for each stance, so that none is told by its hue alone. */
export const STANCE_ICONS: Record<Stance, Component> = {
  supports: ThumbsUp,
  contradicts: ThumbsDown,
  unclear: CircleQuestionMark,
}
