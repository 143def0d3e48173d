import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { canMount, fillDrive, mountDrive, remountDrive, unmountDrive } from '../drives.ts'
import { auditTree } from './audit-tree.ts'
import { SAMPLE_ARCHIVE, expect, test } from './fixtures.ts'
import { hashFolder } from './hash-folder.ts'
import { chooseFolder, results, searchFor, watchFileManager } from './steps.ts'
import { runCommandLine, writeNotes, writeNotesOnCopy } from './write-notes.ts'

const LANDING =
  'news/1969/07/20/neil-armstrong-and-buzz-aldrin-land-on-the-sea-of-tranquility-and-walk-on-the-moon-the-first-human-beings-to-do-so'
const JULY = join('annotations', '1969-07.json')
const NOTES = [
  { eventId: LANDING, note: 'How little fuel?' },
  { eventId: LANDING, note: 'Who stayed above?' },
]

function banner(window: Page) {
  return window.locator('.notebook-banner')
}

async function readNotes(window: Page) {
  await window.getByRole('link', { name: 'Notes', exact: true }).click()
  return window.getByRole('listbox', { name: 'Your notes' }).getByRole('option')
}

/** Write a note on the landing on the Moon and leave it. */
async function writeNote(window: Page, text: string): Promise<void> {
  await searchFor(window, '"Sea of Tranquility" date:1969')
  await results(window).getByRole('option').first().click()
  await expect(window.getByRole('article').getByRole('heading', { level: 1 })).toBeVisible()
  await window.keyboard.press('n')
  await window.getByRole('textbox', { name: 'Note, in Markdown' }).fill(text)
}

async function leaveNote(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Done' }).click()
}

/** Cut a document to half of its bytes. @returns what is left of it. */
async function damage(path: string): Promise<Buffer> {
  const whole = await readFile(path)
  const half = whole.subarray(0, Math.floor(whole.length / 2))
  await writeFile(path, half)
  return half
}

/** The bytes that were set aside of a document. */
async function readDamaged(folder: string, name: string): Promise<Buffer> {
  const names = await readdir(folder)
  const kept = names.filter((other) => other.startsWith(`${name}.damaged-`))
  expect(kept).toHaveLength(1)
  return await readFile(join(folder, kept[0] ?? ''))
}

test('a damaged document is shown in its folder and restored from its backup', async ({
  launch,
  home,
}) => {
  await writeNotes(home, SAMPLE_ARCHIVE, NOTES)
  const notebook = join(home, 'notebooks', 'sample-archive')
  const path = join(notebook, JULY)
  const half = await damage(path)
  const { app, window, complaints } = await launch(SAMPLE_ARCHIVE)
  const shown = await watchFileManager(app)
  await banner(window).getByText('There is a problem with one file of your notebook.').click()
  await expect(banner(window)).toContainText(path)
  expect(await auditTree(window)).toEqual([])
  await banner(window).getByRole('button', { name: 'Show in folder' }).click()
  await expect.poll(shown).toEqual([path])

  await banner(window).getByRole('link', { name: 'See all backups' }).click()
  await expect(window.locator('.backup-list')).toContainText('Notes on July 1969')
  await banner(window).getByRole('button', { name: 'Restore from the backup' }).click()
  await expect(window.getByText('The document was put right', { exact: true })).toBeVisible()
  await expect(banner(window)).toBeHidden()
  const rows = await readNotes(window)
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText('How little fuel?')
  expect(await readDamaged(join(notebook, 'annotations'), '1969-07.json')).toEqual(half)
  expect(await readFile(path, 'utf8')).toContain('How little fuel?')
  expect(complaints).toEqual([])
})

test('a document damaged while it is open is written again with all it held', async ({
  launch,
  home,
}) => {
  await writeNotes(home, SAMPLE_ARCHIVE, NOTES)
  const notebook = join(home, 'notebooks', 'sample-archive')
  const path = join(notebook, JULY)
  const { window, complaints } = await launch(SAMPLE_ARCHIVE)
  const rows = await readNotes(window)
  await expect(rows).toHaveCount(2)
  const half = await damage(path)
  await banner(window).getByText('There is a problem with one file of your notebook.').click()
  await expect(banner(window)).toContainText('Annals still has in memory what it held.')
  await expect(rows).toHaveCount(2)
  await banner(window).getByRole('button', { name: 'Write it again' }).click()
  await expect(banner(window)).toBeHidden()
  expect(await readDamaged(join(notebook, 'annotations'), '1969-07.json')).toEqual(half)
  const text = await readFile(path, 'utf8')
  for (const { note } of NOTES) expect(text).toContain(note)
  expect(complaints).toEqual([])
})

test('a damaged document without a backup is set aside, and the notebook goes on', async ({
  launch,
  home,
}) => {
  await writeNotes(home, SAMPLE_ARCHIVE, NOTES.slice(0, 1))
  await rm(join(home, 'backups'), { recursive: true })
  const notebook = join(home, 'notebooks', 'sample-archive')
  const half = await damage(join(notebook, JULY))
  const { window } = await launch(SAMPLE_ARCHIVE)
  await banner(window).getByText('There is a problem with one file of your notebook.').click()
  await expect(banner(window)).toContainText('There is no valid backup of it.')
  await banner(window).getByRole('button', { name: 'Set it aside and go on' }).click()
  await expect(banner(window)).toBeHidden()
  await writeNote(window, 'Written afterwards')
  await expect
    .poll(() => readFile(join(notebook, JULY), 'utf8').catch(() => ''))
    .toContain('Written afterwards')
  expect(await readDamaged(join(notebook, 'annotations'), '1969-07.json')).toEqual(half)
})

test.describe('on a drive of its own', () => {
  test.skip(!canMount, 'This user may mount no drives.')
  let drive = ''

  test.beforeEach(({ folder }) => {
    drive = join(folder, 'drive')
    expect(mountDrive(drive, '1m')).toBe(true)
  })
  test.afterEach(() => {
    unmountDrive(drive)
  })

  test('a notebook that cannot be saved goes on in another folder', async ({
    launch,
    home,
    folder,
  }) => {
    const notebook = join(drive, 'notebook')
    const elsewhere = join(folder, 'elsewhere')
    await mkdir(elsewhere)
    const first = await launch(SAMPLE_ARCHIVE, '--notebook', notebook)
    const { app, window } = first
    await writeNote(window, 'Saved in time')
    await leaveNote(window)
    await expect(window.getByRole('contentinfo')).toContainText('Saved')
    const before = await hashFolder(join(notebook, 'annotations'))
    const filler = fillDrive(drive)
    await writeNote(window, 'Only in memory')
    await expect(banner(window)).toContainText('Your latest changes are not on disk.')
    await expect(banner(window)).toContainText('They are kept in memory')

    await test.step('each way out that leads nowhere says so', async () => {
      await banner(window).getByRole('button', { name: 'Try now' }).click()
      await expect(window.getByText(/no space left/).first()).toBeVisible()
      const shown = await watchFileManager(app)
      await banner(window).getByRole('button', { name: 'Open folder' }).click()
      await expect.poll(shown).toEqual([join(notebook, 'notebook.json')])
      await chooseFolder(app, SAMPLE_ARCHIVE)
      await banner(window).getByRole('button', { name: 'Save elsewhere…' }).click()
      await expect(window.getByText(/cannot lie there/).first()).toBeVisible()
      await expect(banner(window)).toContainText('Your latest changes are not on disk.')
    })

    await window.getByRole('textbox', { name: 'Note, in Markdown' }).fill('Typed at the very last')
    await chooseFolder(app, elsewhere)
    await banner(window).getByRole('button', { name: 'Save elsewhere…' }).click()
    await expect(banner(window)).toBeHidden()
    const copy = join(elsewhere, 'notebook')
    const written = () => readFile(join(copy, JULY), 'utf8')
    expect(await written()).toContain('Saved in time')
    await expect.poll(written).toContain('Typed at the very last')
    expect(await hashFolder(join(notebook, 'annotations'))).toBe(before)

    await rm(filler)
    await leaveNote(window)
    await writeNote(window, 'Written in the new place')
    await expect.poll(written).toContain('Written in the new place')
    await app.close()

    const again = await launch(SAMPLE_ARCHIVE)
    await expect(await readNotes(again.window)).toHaveCount(3)
    expect(await readdir(join(home, 'notebooks')).catch(() => [])).toEqual([])
  })

  test('a notebook on a drive that is read only is read there, and goes on elsewhere', async ({
    launch,
    home,
    folder,
  }) => {
    const notebook = join(drive, 'notebook')
    await runCommandLine(home, [
      ...['--notebook', notebook, 'annotate', SAMPLE_ARCHIVE, LANDING],
      ...['--note', 'How little fuel?'],
    ])
    const before = await hashFolder(notebook)
    expect(remountDrive(drive, 'ro')).toBe(true)
    const { app, window } = await launch(SAMPLE_ARCHIVE, '--notebook', notebook)
    await expect(banner(window)).toContainText('This notebook can be read, not changed.')
    await expect(await readNotes(window)).toHaveCount(1)
    const elsewhere = join(folder, 'elsewhere')
    await mkdir(elsewhere)
    await chooseFolder(app, elsewhere)
    await banner(window).getByRole('button', { name: 'Save elsewhere…' }).click()
    await expect(banner(window)).toBeHidden()
    await window.getByRole('link', { name: 'Library', exact: true }).click()
    await writeNote(window, 'Written in the new place')
    const written = () => readFile(join(elsewhere, 'notebook', JULY), 'utf8')
    await expect.poll(written).toContain('Written in the new place')
    expect(await written()).toContain('How little fuel?')
    expect(await hashFolder(notebook)).toBe(before)
  })
})

test('an archive that is looked for in the wrong place stays where it is until it is found', async ({
  launch,
  home,
  folder,
}) => {
  const archive = await writeNotesOnCopy(home, folder, NOTES)
  const first = await launch(archive)
  await expect(first.window.locator('.shell-import')).toBeHidden()
  await expect(await readNotes(first.window)).toHaveCount(2)
  await first.app.close()
  const moved = join(folder, 'moved')
  await rename(archive, moved)
  const empty = join(folder, 'empty')
  await mkdir(empty)
  const before = await hashFolder(join(home, 'notebooks'))
  const { app, window } = await launch()
  await window.getByRole('button', { name: 'Open the notebook alone' }).click()
  const bar = window.getByRole('status').filter({ hasText: 'Where is the archive now?' })
  await chooseFolder(app, empty)
  await bar.getByRole('button', { name: 'Locate…' }).click()
  await expect(window.getByText(/\(ARCHIVE_/).first()).toBeVisible()
  await expect(bar).toBeVisible()
  await expect(await readNotes(window)).toHaveCount(2)
  expect(await hashFolder(join(home, 'notebooks'))).toBe(before)

  await chooseFolder(app, moved)
  await bar.getByRole('button', { name: 'Locate…' }).click()
  await expect(bar).toBeHidden()
  await expect(await readNotes(window)).toHaveCount(2)
  await window.getByRole('link', { name: 'Library', exact: true }).click()
  await writeNote(window, 'Found again')
  const path = join(home, 'notebooks', 'archive', JULY)
  await expect.poll(() => readFile(path, 'utf8')).toContain('Found again')
})

test('the notebook of an archive that was named and is nowhere opens alone', async ({
  launch,
  home,
  folder,
}) => {
  const archive = await writeNotesOnCopy(home, folder, NOTES)
  await rename(archive, join(folder, 'moved'))
  const { window, complaints } = await launch(archive)
  const fault = window.getByRole('alert').filter({ hasText: 'ARCHIVE_NOT_FOUND' })
  await fault.getByRole('button', { name: 'Open the notebook alone' }).click()
  await expect(await readNotes(window)).toHaveCount(2)
  expect(complaints).toEqual([])
})

test('where a named archive is nowhere and has no notebook, that is said', async ({
  launch,
  folder,
}) => {
  const { window } = await launch(join(folder, 'nowhere'))
  await window.getByRole('button', { name: 'Open the notebook alone' }).click()
  await expect(window.getByRole('alert').filter({ hasText: 'NOTEBOOK_NOT_FOUND' })).toBeVisible()
})
