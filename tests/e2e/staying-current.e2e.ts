import { cp, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Page } from 'playwright/test'
import { SAMPLE_ARCHIVE, expect, test } from './fixtures.ts'
import { results, searchFor } from './steps.ts'

const LANDING = /Neil Armstrong and Buzz Aldrin land on the Sea of Tranquility/
const LATE = { timeout: 20_000 }

/** The page of the archive whose path ends so. */
async function findPage(archive: string, end: string): Promise<string> {
  const paths = await readdir(archive, { recursive: true })
  const path = paths.find((candidate) => candidate.endsWith(end))
  if (path === undefined) throw new Error(`The sample archive has no page …${end}`)
  return join(archive, path)
}

async function openLanding(window: Page): Promise<void> {
  await searchFor(window, '"Sea of Tranquility" date:1969')
  await results(window).getByRole('option', { name: LANDING }).click()
}

test('pages that change on disk are taken in at a click, and notes follow a page that moves', async ({
  launch,
  folder,
}) => {
  const archive = join(folder, 'archive')
  await cp(SAMPLE_ARCHIVE, archive, { recursive: true })
  const { window, complaints } = await launch(archive)
  await expect(window.getByText('113 events').first()).toBeVisible(LATE)

  await openLanding(window)
  const reader = window.getByRole('article')
  await expect(reader.getByRole('heading', { level: 1, name: LANDING })).toBeVisible()
  await window.keyboard.press('n')
  await reader.getByRole('textbox', { name: 'Note, in Markdown' }).fill('Who stayed above?')
  await expect(reader.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible()
  await reader.getByRole('button', { name: 'Done' }).click()

  const landing = await findPage(archive, 'walk-on-the-moon-the-first-human-beings-to-do-so.md')
  const dayPage = join(dirname(landing), 'index.md')
  const links = await readFile(dayPage, 'utf8')
  await rename(landing, join(dirname(landing), 'landing.md'))
  await writeFile(dayPage, links.replaceAll(basename(landing), 'landing.md'))
  const other = await findPage(archive, 'from-the-surface-of-the-moon.md')
  await writeFile(other, (await readFile(other, 'utf8')).replace(/^# .*$/m, '# Luna 9 sits softly'))

  const bar = window.getByRole('status').filter({ hasText: 'changed on disk' })
  await expect(bar).toBeVisible(LATE)
  await bar.getByRole('button', { name: 'Take in' }).click()
  await window.getByRole('button', { name: 'See what changed' }).click(LATE)

  await expect(window.getByRole('heading', { level: 1, name: 'What changed' })).toBeVisible()
  const list = window.getByRole('region', { name: 'Changes' })
  await expect(list.getByText(LANDING)).toBeVisible()
  await expect(list.getByText('Luna 9 sits softly')).toBeVisible()
  await list.getByText(LANDING).click()
  await expect(window.getByText('news/1969/07/20/landing').first()).toBeVisible()
  await expect(window.getByText('Who stayed above?')).toBeVisible()
  expect(complaints).toEqual([])
})

test('an archive that is suddenly gone is asked about, and forgets nothing by itself', async ({
  launch,
  folder,
}) => {
  const archive = join(folder, 'archive')
  await cp(SAMPLE_ARCHIVE, archive, { recursive: true })
  const first = await launch(archive)
  await expect(first.window.getByText('113 events').first()).toBeVisible(LATE)
  await expect(first.window.locator('.shell-import')).toBeHidden(LATE)
  await first.app.close()

  const kept = join(folder, 'kept')
  await rename(archive, kept)
  await mkdir(archive)
  await cp(join(kept, 'README.md'), join(archive, 'README.md'))
  const { window } = await launch(archive)
  const question = window.getByRole('alertdialog')
  await expect(question).toContainText('are not there', LATE)
  await question.getByRole('button', { name: 'Keep as it is' }).click()
  await searchFor(window, '"Sea of Tranquility"')
  await expect(results(window).getByRole('option', { name: LANDING })).toBeVisible()

  await window.getByRole('button', { name: 'Decide…' }).click()
  await rm(archive, { recursive: true })
  await rename(kept, archive)
  await question.getByRole('button', { name: 'Try again' }).click()
  await expect(question).toBeHidden()
  await expect(window.getByRole('button', { name: 'Decide…' })).toBeHidden(LATE)
  await expect(results(window).getByRole('option', { name: LANDING })).toBeVisible()
})
