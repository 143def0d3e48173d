import type { AnchorBook } from './anchors/anchor-book.ts'
import type { IndexSnapshot } from './index-snapshot.ts'
import type { NotebookIndex } from './marks/notebook-index.ts'

/** What a question is answered from. */
export interface QueryContext {
  index: IndexSnapshot
  notebook: NotebookIndex
  anchors: AnchorBook
  /**
   * Asked in the midst of what takes long. What is half done by then must leave nothing behind.
   *
   * @throws SEARCH_SUPERSEDED where the answer can no longer matter.
   */
  checkpoint: () => void
}
