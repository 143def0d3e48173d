import type { ElectronApplication } from 'playwright/test'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SAMPLE_ARCHIVE, expect, test } from './fixtures.ts'
import { chooseFolder, results } from './steps.ts'

test('an archive named at the start opens at once', async ({ launch }) => {
  const { window } = await launch(SAMPLE_ARCHIVE)
  await expect(results(window).getByRole('option').first()).toBeVisible()
  expect(await window.title()).toContain('Annals')
})

test('a folder chosen in the dialog opens, and is among the recent ones next time', async ({
  launch,
}) => {
  const first = await launch()
  await chooseFolder(first.app, SAMPLE_ARCHIVE)
  await first.window.getByRole('button', { name: /Open a folder/ }).click()
  await expect(first.window.getByText('113 events').first()).toBeVisible()
  await first.app.close()

  const second = await launch()
  await second.window.getByRole('button', { name: /^sample-archive/ }).click()
  await expect(results(second.window).getByRole('option').first()).toBeVisible()
})

test('a folder without pages is refused with what to do', async ({ launch, folder }) => {
  const empty = join(folder, 'no-pages')
  await mkdir(empty)
  await writeFile(join(empty, 'picture.png'), '')
  const { app, window } = await launch()
  await chooseFolder(app, empty)
  await window.getByRole('button', { name: /Open a folder/ }).click()
  await expect(window.getByText('ARCHIVE_NO_PAGES')).toBeVisible()
  await expect(window.getByRole('alert')).toContainText('Markdown')
})

test('a folder named at the start that is no archive is refused in the window', async ({
  launch,
  folder,
}) => {
  const empty = join(folder, 'no-pages')
  await mkdir(empty)
  const { window, complaints } = await launch(empty)
  await expect(window.getByRole('alert')).toContainText('ARCHIVE_EMPTY')
  await window.getByRole('button', { name: /sample archive/ }).click()
  await expect(results(window).getByRole('option').first()).toBeVisible()
  expect(complaints).toEqual([])
})

test('a second start with a folder that is no archive is refused in the first window', async ({
  launch,
  home,
  folder,
}) => {
  const { app, window } = await launch(SAMPLE_ARCHIVE)
  await expect(results(window).getByRole('option').first()).toBeVisible()
  await startAgain(app, home, join(folder, 'not-there'))
  await expect(window.getByRole('alert')).toContainText('ARCHIVE_NOT_FOUND')
})

test('a page in no format of ours is read as it stands, and its beginning once', async ({
  launch,
  folder,
}) => {
  const archive = join(folder, 'letters')
  await mkdir(archive)
  await writeFile(
    join(archive, '1931-05-04-strike.md'),
    '# Dockers strike\n\nWork stops at *noon* in all of the docks.\n',
  )
  await writeFile(
    join(archive, '1931-05-05-strike.md'),
    '---\ntitle: The second day\nsummary: Told by those at the gate.\n---\n\nNo ship leaves.\n',
  )
  const { window } = await launch(archive)
  const reader = window.getByRole('article')
  await results(window)
    .getByRole('option', { name: /Dockers strike/ })
    .click()
  await expect(reader.getByText(/Work stops at/)).toHaveCount(1)
  await expect(reader.locator('em')).toHaveText('noon')
  await results(window)
    .getByRole('option', { name: /The second day/ })
    .click()
  await expect(reader.getByText('Told by those at the gate.')).toBeVisible()
  await expect(reader.getByText('No ship leaves.')).toBeVisible()
})

test('an archive that has gone is still listed, and says so', async ({ launch, folder }) => {
  const archive = join(folder, 'short-lived')
  await mkdir(archive)
  await writeFile(join(archive, '2001-02-03-event.md'), '# Something happened\n')
  const first = await launch(archive)
  await expect(results(first.window).getByRole('option')).toHaveCount(1)
  await first.app.close()
  await rm(archive, { recursive: true })

  const second = await launch()
  await expect(second.window.getByText(/not there|missing|not found/i).first()).toBeVisible()
})

test('a second start of the app hands its folder to the first', async ({ launch, home }) => {
  const { app, window } = await launch()
  await startAgain(app, home, SAMPLE_ARCHIVE)
  await expect(results(window).getByRole('option').first()).toBeVisible()
})

test('a folder dropped on the window opens', async ({ launch }) => {
  const { window } = await launch()
  await expect(window.getByRole('button', { name: /Open a folder/ })).toBeVisible()
  const session = await window.context().newCDPSession(window)
  const data = { items: [], files: [SAMPLE_ARCHIVE], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data })
  }
  await expect(results(window).getByRole('option').first()).toBeVisible()
})

/** Start the app once more while it runs, with a folder. */
async function startAgain(app: ElectronApplication, home: string, folder: string): Promise<void> {
  const second = spawn(app.process().spawnfile, [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    join(import.meta.dirname, '..', '..'),
    '--home',
    home,
    folder,
  ])
  expect(await once(second, 'exit')).toEqual([0, null])
}
