import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { BackupComparison, BackupVersion } from '#shared/backup.ts'
import type { RecordName } from '#shared/trash.ts'
import { backups as words } from '../locales/en/backups.ts'
import { onMainEvent, rpc } from '../rpc.ts'
import { useArchiveStore } from './archive.ts'
import { coalesce } from './coalesce.ts'
import { useNotebookStore } from './notebook.ts'

/** Earlier versions of the notebook's documents, and how one differs from the notebook as it is. */
export const useBackupsStore = defineStore('backups', () => {
  const archive = useArchiveStore()
  const notebook = useNotebookStore()
  /** Newest first; `null` until they have been read. */
  const versions = shallowRef<BackupVersion[] | null>(null)
  const error = shallowRef<unknown>(null)
  /** The version that is compared, or `null`. */
  const openId = ref<string | null>(null)
  const comparison = shallowRef<BackupComparison | null>(null)
  const compareError = shallowRef<unknown>(null)

  const refresh = coalesce(async () => {
    try {
      versions.value = await rpc.listBackups()
      error.value = null
    } catch (thrown) {
      error.value = archive.archive && thrown
    }
  })

  /** Compare a version with the notebook; `null` compares none. */
  async function open(id: string | null) {
    openId.value = id
    compareError.value = null
    if (comparison.value?.version.id !== id) comparison.value = null
    await compare()
  }

  async function compare() {
    const asked = openId.value
    if (asked === null) return
    try {
      const answer = await rpc.compareBackup(asked)
      if (asked !== openId.value) return
      comparison.value = answer
      compareError.value = null
    } catch (thrown) {
      if (asked === openId.value) compareError.value = thrown
    }
  }

  /** Bring records of the version that is open back, as copies. @returns whether it was done. */
  async function restore(records: RecordName[]): Promise<boolean> {
    const asked = openId.value
    if (asked === null) return false
    const count = await notebook.report(() => rpc.restoreBackup(asked, records))
    if (count === null) return false
    await notebook.offerUndo(words.restored(count))
    await compare()
    return true
  }

  onMainEvent('onNotebookChanged', () => {
    if (openId.value !== null) void compare()
  })
  onMainEvent('onArchiveChanged', () => {
    versions.value = null
    void open(null)
  })

  return { versions, error, comparison, compareError, refresh, open, restore }
})
