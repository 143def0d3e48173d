import { nextTick, ref, watch } from 'vue'
import { useRouter } from 'vue-router'
import { useArchiveStore } from '../stores/archive.ts'
import { useClaimsStore } from '../stores/claims.ts'
import { useCollectionsStore } from '../stores/collections.ts'
import { useNotebookStore } from '../stores/notebook.ts'
import { forgetLibraryPlace, libraryAt, useLibraryRoute } from './use-library-route.ts'
import { forgetNotesPlace, notesAt, useNotesRoute } from './use-notes-route.ts'
import { focusPane } from './use-panes.ts'
import { useCommand } from './use-command.ts'

/** The commands that work in every room. Call it once, in the app. */
export function useWindowCommands() {
  const router = useRouter()
  const archive = useArchiveStore()
  const notebook = useNotebookStore()
  const collections = useCollectionsStore()
  const claims = useClaimsStore()
  const { place } = useLibraryRoute()
  const { place: notesPlace } = useNotesRoute()
  const areShortcutsOpen = ref(false)

  async function enter(opening: Promise<boolean>) {
    if (await opening) await router.replace({ name: 'library' })
  }

  async function makeCollection() {
    const id = await collections.createUntitled()
    if (id !== null) await router.push({ name: 'collection', params: { collectionId: id } })
  }

  async function makeClaim() {
    const id = await claims.createUntitled()
    if (id !== null) await router.push({ name: 'claim', params: { claimId: id } })
  }

  /** From another room, the library is entered first. */
  async function search() {
    if (archive.archive === null) return
    await router.push(libraryAt(place.value))
    await nextTick()
    document.querySelector<HTMLInputElement>('[data-search-field]')?.select()
  }

  useCommand('open-archive', () => void enter(archive.chooseAndOpen()))
  useCommand('close-archive', () => void archive.closeArchive())
  useCommand('go-back', () => router.back())
  useCommand('go-forward', () => router.forward())
  useCommand('undo', () => void notebook.undo())
  useCommand('redo', () => void notebook.redo())
  useCommand('new-collection', () => void makeCollection())
  useCommand('new-claim', () => void makeClaim())
  useCommand('notes', () => void router.push(notesAt(notesPlace.value)))
  useCommand('claims', () => void router.push({ name: 'claim' }))
  useCommand('trash', () => void router.push({ name: 'trash' }))
  useCommand('backups', () => void router.push({ name: 'backups' }))
  useCommand('import-report', () => void router.push({ name: 'report' }))
  useCommand('changes', () => void router.push({ name: 'changes' }))
  useCommand('search', () => void search())
  useCommand('next-pane', () => focusPane(1))
  useCommand('previous-pane', () => focusPane(-1))
  useCommand('show-shortcuts', () => {
    areShortcutsOpen.value = true
  })

  watch(
    () => archive.archive?.path,
    (path) => {
      forgetLibraryPlace()
      forgetNotesPlace()
      void router.replace({ name: path === undefined ? 'welcome' : 'library' })
    },
  )

  // There it is said.
  watch(
    () => archive.openError,
    (error) => {
      if (error !== null) void router.push({ name: 'welcome' })
    },
  )

  return { areShortcutsOpen, enter }
}
