import type { PreloadBridge } from '#shared/contract.ts'

declare global {
  interface Window {
    /** What the preload put here; absent outside the app. */
    readonly annals: PreloadBridge
  }
}
