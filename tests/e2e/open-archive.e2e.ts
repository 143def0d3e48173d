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
  const { spawn } = await import('node:child_process')
  const second = spawn(app.process().spawnfile, [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    join(import.meta.dirname, '..', '..'),
    '--home',
    home,
    SAMPLE_ARCHIVE,
  ])
  const code = await new Promise((resolve) => second.on('exit', resolve))
  expect(code).toBe(0)
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
