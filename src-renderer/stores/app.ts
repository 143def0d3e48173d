import type { AppState, RecentArchive, Theme } from '#shared/contract.ts'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { rpc } from '../rpc.ts'

/** The window as a whole: version, theme, remembered layout, recent archives. */
export const useAppStore = defineStore('app', () => {
  const state = shallowRef<AppState | null>(null)
  const theme = ref<Theme>('system')
  const layout = ref<Record<string, number>>({})
  const recent = shallowRef<RecentArchive[]>([])
  const platform = computed(() => state.value?.platform ?? 'linux')
  const version = computed(() => state.value?.version ?? '')

  /** Why the window could not learn its state, or `null`. */
  const startError = shallowRef<unknown>(null)

  /** @returns what the main process remembers, or `null` where it could not be read. */
  async function load(): Promise<AppState | null> {
    const loaded = await rpc.getAppState().catch((error: unknown) => {
      startError.value = error
      return null
    })
    if (loaded === null) return null
    state.value = loaded
    theme.value = loaded.theme
    layout.value = loaded.layout
    recent.value = loaded.recent
    applyTheme(loaded.theme)
    return loaded
  }

  /** Look again which archives were open before and whether they are there. */
  async function refreshRecent() {
    recent.value = (await rpc.getAppState()).recent
  }

  async function forgetRecent(path: string) {
    await rpc.forgetRecent(path)
    await refreshRecent()
  }

  async function setTheme(chosen: Theme) {
    theme.value = chosen
    applyTheme(chosen)
    await rpc.setTheme(chosen)
  }

  function rememberLayout(name: string, value: number) {
    if (layout.value[name] === value) return
    layout.value[name] = value
    void rpc.setLayout(name, value)
  }

  return {
    theme,
    layout,
    recent,
    platform,
    version,
    startError,
    load,
    refreshRecent,
    forgetRecent,
    setTheme,
    rememberLayout,
  }
})

function applyTheme(theme: Theme) {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}
