import type { Component } from 'vue'

/** One line of a menu. */
export interface MenuItem {
  /** Unique in its menu; what `select` reports. */
  id: string
  label: string
  icon?: Component
  /** Keys as a person reads them. */
  shortcut?: string
  /** For one of several: whether it is the one. For a switch: whether it is on. */
  checked?: boolean
  /** Whether it is switched on and off by itself. */
  isSwitch?: boolean
  disabled?: boolean
  danger?: boolean
  /** A line above it. */
  separated?: boolean
}
