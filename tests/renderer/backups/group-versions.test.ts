import type { BackupVersion } from '#shared/backup.ts'
import { describe, expect, it } from 'vitest'
import { groupVersions } from '../../../src-renderer/components/backups/group-versions.ts'

function versionOf(document: string, at: string): BackupVersion {
  return {
    id: `${document} ${at}`,
    document,
    title: document,
    at,
    bytes: 1,
    isBeforeMigration: false,
    isReadable: true,
  }
}

describe('groupVersions', () => {
  it('puts the document that was changed last first, and its newest version on top', () => {
    const groups = groupVersions([
      versionOf('june', '2026-01-02'),
      versionOf('may', '2026-01-01'),
      versionOf('may', '2026-01-03'),
    ])
    expect(
      groups.map(({ document, versions }) => [document, versions.map(({ at }) => at)]),
    ).toEqual([
      ['may', ['2026-01-03', '2026-01-01']],
      ['june', ['2026-01-02']],
    ])
  })
})
