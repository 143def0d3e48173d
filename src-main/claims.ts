import type { Claim, ClaimTableFormat, Stance } from '#shared/claim.ts'
import type { ExportDocument, ExportResult } from '#shared/export.ts'
import { exportClaim } from './export/claim/export-claim.ts'
import { writeExport } from './export/write-export.ts'
import type { QueryClient } from './index/query-client.ts'
import type { Notebook } from './notebook/open-notebook.ts'

/** The claims of the notebook, together with what the archive knows of their evidence. */
export class Claims {
  readonly #query: QueryClient
  readonly #notebook: Notebook
  readonly #archive: { path: string }

  constructor(query: QueryClient, notebook: Notebook, archive: { path: string }) {
    this.#query = query
    this.#notebook = notebook
    this.#archive = archive
  }

  /**
   * Append annotations, each with the outlets that its event cites now; those that are evidence
   * already take the stance.
   *
   * @throws CLAIM_NOT_FOUND, ANNOTATION_NOT_FOUND and what a change of the notebook throws
   */
  async addEvidence(id: string, annotationIds: string[], stance: Stance): Promise<Claim> {
    const annotations = annotationIds.map((one) => this.#notebook.getAnnotation(one))
    const citations = await this.#query.citationsOf(annotations.map(({ event }) => event.id))
    const additions = annotations.map((annotation, index) => {
      return { annotation, outlets: citations[index]?.outlets ?? [] }
    })
    return await this.#notebook.addEvidence(id, additions, stance)
  }

  /** The evidence as a table, with a name for its file. @throws CLAIM_NOT_FOUND */
  format(id: string, format: ClaimTableFormat): ExportDocument {
    return exportClaim(this.#notebook.getClaim(id), format)
  }

  /**
   * Write the evidence as a table.
   *
   * @param path - Absolute path of the file.
   * @param replace - Whether a file that is there may be replaced.
   * @returns `entries` are the pieces of evidence. @throws CLAIM_NOT_FOUND, EXPORT_*
   */
  async write(
    id: string,
    format: ClaimTableFormat,
    path: string,
    replace: boolean,
  ): Promise<ExportResult> {
    const { evidence } = this.#notebook.getClaim(id)
    const { files } = await writeExport(
      [this.format(id, format)],
      { path, layout: 'file' },
      { replace, archiveRoot: this.#archive.path },
    )
    return { files, entries: evidence.length }
  }
}
