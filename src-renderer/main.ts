import './styles/base.css'
import './styles/marks.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { describeError } from './composables/describe-error.ts'
import { useToasts } from './composables/use-toasts.ts'
import { router } from './router.ts'
import { useAppStore } from './stores/app.ts'
import { useArchiveStore } from './stores/archive.ts'

const app = createApp(App)
app.use(createPinia())

const archive = useArchiveStore()
const state = await useAppStore().load()
archive.follow(state?.archive ?? null)
if (state?.openError) archive.failOpening(state.openError)
if (state?.importError) archive.failImport(state.importError)

router.beforeEach(({ name }) =>
  archive.archive === null && name !== 'welcome' ? { name: 'welcome' } : true,
)
app.use(router)
await router.replace({ name: archive.archive === null ? 'welcome' : 'library' })

app.config.errorHandler = showFault
window.addEventListener('unhandledrejection', ({ reason }) => showFault(reason))
app.mount('#app')

/** What nobody expected is said, and left for whoever looks into it. */
function showFault(error: unknown) {
  const { message, fix } = describeError(error)
  useToasts().addToast({ kind: 'error', title: message, description: fix })
  reportError(error)
}
