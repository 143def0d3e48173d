/** One pane of a split. */
export interface SplitPane {
  /** Unique in the window: its size is remembered under it. Also the name of its slot. */
  id: string
  /** For the edge that resizes it. */
  name: string
  /** At first, in `unit`; `null` for the pane that takes what the others leave. */
  size: number | null
  minSize: number
  maxSize?: number
  /** `px` keeps its width when the window grows. */
  unit: 'px' | '%'
}
