import type { ChangeKind } from '#shared/changes.ts'
import { CornerDownRight, Minus, PencilLine, Plus } from '@lucide/vue'
import type { Component } from 'vue'

/** The kinds of change in the order in which they are offered. */
export const CHANGE_KINDS: readonly ChangeKind[] = ['added', 'changed', 'moved', 'removed']

/** The sign of each kind of change. */
export const CHANGE_ICONS: Record<ChangeKind, Component> = {
  added: Plus,
  changed: PencilLine,
  moved: CornerDownRight,
  removed: Minus,
}
