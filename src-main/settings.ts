import { Low } from 'lowdb'
import { DataFile } from 'lowdb/node'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import * as v from 'valibot'
import type { Theme } from '#shared/contract.ts'

const MOST_RECENT = 12

const WindowBounds = v.object({
  x: v.number(),
  y: v.number(),
  width: v.number(),
  height: v.number(),
  maximized: v.boolean(),
})

const Recent = v.object({
  path: v.string(),
  name: v.string(),
  openedAt: v.string(),
  events: v.nullable(v.number()),
})

const SettingsSchema = v.object({
  theme: v.fallback(v.picklist(['system', 'light', 'dark']), 'system'),
  layout: v.fallback(v.record(v.string(), v.number()), {}),
  recent: v.fallback(v.array(Recent), []),
  /** Folders of notebooks that are not where new ones are made, by the path of their archive. */
  notebooks: v.fallback(v.record(v.string(), v.string()), {}),
  bounds: v.fallback(v.nullable(WindowBounds), null),
})

type SettingsData = v.InferOutput<typeof SettingsSchema>

/** Where the window is, in screen pixels. */
export type WindowBounds = v.InferOutput<typeof WindowBounds>

/** An archive that was opened before. */
export type RecentEntry = v.InferOutput<typeof Recent>

const DEFAULTS = v.parse(SettingsSchema, {})

/** How the window looked and what was open. Losing it costs a few clicks, so it may be made anew. */
export class Settings {
  readonly #store: Low<SettingsData>

  private constructor(store: Low<SettingsData>) {
    this.#store = store
  }

  static async load(file: string): Promise<Settings> {
    await mkdir(dirname(file), { recursive: true })
    const store = new Low(new DataFile(file, { parse: parseLenient, stringify }), DEFAULTS)
    await store.read()
    return new Settings(store)
  }

  get theme(): Theme {
    return this.#store.data.theme
  }

  get layout(): Record<string, number> {
    return this.#store.data.layout
  }

  get recent(): RecentEntry[] {
    return this.#store.data.recent
  }

  get bounds(): WindowBounds | null {
    return this.#store.data.bounds
  }

  setTheme(theme: Theme): Promise<void> {
    return this.#change({ theme })
  }

  setPaneSize(pane: string, size: number): Promise<void> {
    return this.#change({ layout: { ...this.layout, [pane]: size } })
  }

  setBounds(bounds: WindowBounds): Promise<void> {
    return this.#change({ bounds })
  }

  /** Put an archive on top of the recent ones. */
  rememberArchive(archive: { path: string; name: string }, now: Date): Promise<void> {
    const known = this.recent.find((entry) => entry.path === archive.path)
    const entry = { ...archive, openedAt: now.toISOString(), events: known?.events ?? null }
    const others = this.recent.filter((other) => other.path !== archive.path)
    return this.#change({ recent: [entry, ...others].slice(0, MOST_RECENT) })
  }

  setEventCount(path: string, events: number): Promise<void> {
    return this.#change({
      recent: this.recent.map((entry) => (entry.path === path ? { ...entry, events } : entry)),
    })
  }

  /** Absolute path of the folder of an archive's notebook; `null` where it is in its usual place. */
  notebookOf(archivePath: string): string | null {
    return this.#store.data.notebooks[archivePath] ?? null
  }

  /** Keep where the notebook of an archive is. */
  rememberNotebook(archivePath: string, folder: string): Promise<void> {
    return this.#change({ notebooks: { ...this.#store.data.notebooks, [archivePath]: folder } })
  }

  forgetArchive(path: string): Promise<void> {
    return this.#change({ recent: this.recent.filter((entry) => entry.path !== path) })
  }

  async #change(part: Partial<SettingsData>): Promise<void> {
    this.#store.data = { ...this.#store.data, ...part }
    // A full disk must keep nobody from opening an archive or closing the window: what was changed
    // holds until the app is closed, and the next change writes it again.
    await this.#store.write().catch(() => undefined)
  }
}

function parseLenient(text: string): SettingsData {
  try {
    return v.parse(SettingsSchema, JSON.parse(text))
  } catch {
    return DEFAULTS
  }
}

function stringify(data: SettingsData): string {
  return `${JSON.stringify(data, null, 2)}\n`
}
