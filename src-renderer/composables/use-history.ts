import { onScopeDispose, ref } from 'vue'
import { useRouter } from 'vue-router'

/** Whether back and forward lead anywhere, as the router wrote it into the history. */
export function useHistory() {
  const router = useRouter()
  const canGoBack = ref(false)
  const canGoForward = ref(false)

  function look() {
    canGoBack.value = typeof history.state?.back === 'string'
    canGoForward.value = typeof history.state?.forward === 'string'
  }

  look()
  onScopeDispose(router.afterEach(look))

  return { canGoBack, canGoForward }
}
