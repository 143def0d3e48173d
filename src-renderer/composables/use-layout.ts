import { useAppStore } from '../stores/app.ts'

/** The remembered layout of the window: numbers by name, kept over restarts. */
export function useLayout() {
  const app = useAppStore()

  /** @returns what is remembered under `name`, else `fallback`. */
  function get(name: string, fallback: number): number {
    return app.layout[name] ?? fallback
  }

  function set(name: string, value: number) {
    app.rememberLayout(name, value)
  }

  return { get, set }
}
