import { useElementSize } from '@vueuse/core'
import { type ShallowRef, computed } from 'vue'
import type { SplitPane } from '../components/base/split-pane.ts'
import { library } from '../locales/en/library.ts'
import { reader } from '../locales/en/reader.ts'
import { useLayout } from './use-layout.ts'

/** Below this width the ways in are hidden until they are asked for. */
const NARROW_PX = 1040
/** Where less is left beside the ways in, the reader takes the place of the results. */
const SINGLE_PX = 700

const WAYS_WIDTH_PX = 288

const WAYS: SplitPane = {
  id: 'ways',
  name: library.ways.label,
  size: WAYS_WIDTH_PX,
  minSize: 264,
  maxSize: 420,
  unit: 'px',
}
const RESULTS: SplitPane = {
  id: 'results',
  name: library.results.label,
  size: 400,
  minSize: 300,
  unit: 'px',
}
const READER: SplitPane = { id: 'reader', name: reader.label, size: null, minSize: 0, unit: '%' }

/**
 * Which panes of the library stand in the window, remembered apart for wide and narrow windows.
 *
 * @param root - What holds the panes.
 * @param hasEvent - Whether an event is open.
 */
export function useLibraryLayout(
  root: Readonly<ShallowRef<HTMLElement | null>>,
  hasEvent: () => boolean,
) {
  const layout = useLayout()
  const { width } = useElementSize(root, { width: window.innerWidth, height: 0 })

  const isNarrow = computed(() => width.value < NARROW_PX)
  const waysKey = computed(() => (isNarrow.value ? 'ways-open-narrow' : 'ways-open'))
  const areWaysOpen = computed(() => layout.get(waysKey.value, isNarrow.value ? 0 : 1) === 1)
  const isSingle = computed(() => {
    const waysWidth = areWaysOpen.value ? layout.get('ways', WAYS_WIDTH_PX) : 0
    return width.value - waysWidth < SINGLE_PX
  })
  const isReaderOpen = computed(() =>
    isSingle.value ? hasEvent() : layout.get('reader-open', 1) === 1,
  )
  const isReaderOver = computed(() => isSingle.value && isReaderOpen.value)

  const panes = computed<SplitPane[]>(() => [
    ...(areWaysOpen.value ? [WAYS] : []),
    ...(isReaderOver.value ? [] : [isReaderOpen.value ? RESULTS : { ...RESULTS, size: null }]),
    ...(isReaderOpen.value ? [READER] : []),
  ])

  function toggleWays() {
    layout.set(waysKey.value, areWaysOpen.value ? 0 : 1)
  }

  function showReader() {
    layout.set('reader-open', 1)
  }

  function toggleReader() {
    if (!isSingle.value) layout.set('reader-open', isReaderOpen.value ? 0 : 1)
  }

  return {
    panes,
    areWaysOpen,
    isReaderOpen,
    isReaderOver,
    isSingle,
    toggleWays,
    toggleReader,
    showReader,
  }
}
