import { onScopeDispose, watch } from 'vue'
import type { TextMap } from '../../marking/map-text.ts'
import { EMPHASIS_NAMES, LASTING_NAMES, MARK_NAMES } from '../../marking/mark-names.ts'
import {
  type Emphasis,
  emphasised,
  groundAndLines,
  paintRanges,
} from '../../marking/paint-marks.ts'
import type { PaintedMark } from '../../marking/split-marks.ts'

/** Keep the marks painted over the article as long as the calling component lives. */
export function usePainting(
  map: () => TextMap | null,
  marks: () => readonly PaintedMark[],
  emphasis: () => Emphasis,
) {
  watch(
    [map, marks] as const,
    ([current, painted]) =>
      paintRanges(LASTING_NAMES, current ? groundAndLines(current, painted) : new Map()),
    { flush: 'post', immediate: true },
  )
  watch(
    [map, marks, emphasis] as const,
    ([current, painted, wanted]) =>
      paintRanges(EMPHASIS_NAMES, current ? emphasised(current, painted, wanted) : new Map()),
    { flush: 'post', immediate: true },
  )
  onScopeDispose(() => paintRanges(MARK_NAMES, new Map()))
}
