/** What a folder is asked for; the dialog says so. */
export type FolderPurpose = 'archive' | 'moved-archive' | 'export' | 'merge' | 'notebook'

/** What the calls need of the desktop; the composition root fills it in with Electron. */
export interface Desktop {
  version: string
  sampleArchive: string
  /** @returns the chosen folder, or `null` where the user cancelled. */
  chooseFolder(purpose: FolderPurpose): Promise<string | null>
  /** @returns where to write a file, or `null`. The system asks before a file is replaced. */
  chooseNewFile(suggestedName: string): Promise<string | null>
  /** @returns a file of annotations to bring in, or `null`. */
  chooseAnnotationFile(): Promise<string | null>
  /** Ask whether something that exists may be replaced. */
  confirmReplace(path: string): Promise<boolean>
  openExternal(url: string): Promise<void>
  /** Show a file in its folder, in the system's file manager. */
  showItem(path: string): void
  applyTheme(theme: 'system' | 'light' | 'dark'): void
}
