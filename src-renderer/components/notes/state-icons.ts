import { CircleCheck, CircleDashed, CircleX } from '@lucide/vue'
import type { Component } from 'vue'
import type { ReviewState } from '#shared/notebook.ts'

/** A sign for each state of an annotation. */
export const STATE_ICONS: Record<ReviewState, Component> = {
  open: CircleDashed,
  checked: CircleCheck,
  disputed: CircleX,
}
