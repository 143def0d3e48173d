import type { ElectronApplication, Locator, Page } from 'playwright/test'

/** The list of events found. */
export function results(window: Page): Locator {
  return window.getByRole('listbox', { name: 'Results' })
}

/** Type a search, as by `/`, and go on to the results. */
export async function searchFor(window: Page, query: string): Promise<void> {
  const field = window.getByRole('combobox', { name: 'Search the archive' })
  await field.fill(query)
  await field.press('Enter')
}

/** Answer the system's save dialog, which no test can click. */
export async function chooseSaveFile(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)
}

/** Answer the system's folder dialog. */
export async function chooseFolder(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, path)
}

/** Let the file manager stay closed. @returns the paths it was asked to show, so far. */
export async function watchFileManager(app: ElectronApplication): Promise<() => Promise<string[]>> {
  const shown = await app.evaluateHandle(({ shell }) => {
    const paths: string[] = []
    shell.showItemInFolder = (path) => {
      paths.push(path)
    }
    return paths
  })
  return () => shown.jsonValue()
}
