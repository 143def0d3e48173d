import { existsSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { hashFolder } from './hash-folder.ts'
import { SAMPLE_ARCHIVE, expect, test } from './fixtures.ts'
import { chooseSaveFile, results, searchFor } from './steps.ts'

const LANDING = /Neil Armstrong and Buzz Aldrin land on the Sea of Tranquility/
const LAUNCH = /Apollo 11 leaves Florida for the Moon/

test('a researcher opens the sample, finds, reads, notes, collects and exports', async ({
  launch,
  folder,
}) => {
  const before = await hashFolder(SAMPLE_ARCHIVE)
  const { app, window, complaints } = await launch()
  await window.getByRole('button', { name: /sample archive/ }).click()
  await expect(window.getByText('113 events').first()).toBeVisible()

  await searchFor(window, '"Sea of Tranquility" date:1969')
  await results(window).getByRole('option', { name: LANDING }).click()
  const reader = window.getByRole('article')
  await expect(reader.getByRole('heading', { level: 1, name: LANDING })).toBeVisible()
  await expect(reader.getByRole('region', { name: 'Sources' })).toContainText('hq.nasa.gov')

  await test.step('write a note with a tag', async () => {
    await window.keyboard.press('n')
    await reader.getByRole('textbox', { name: 'Note, in Markdown' }).fill('The *great* leap')
    await expect(reader.getByRole('region', { name: 'Preview' }).locator('em')).toHaveText('great')
    await reader.getByRole('combobox', { name: 'Add a tag…' }).fill('first')
    await window.keyboard.press('Enter')
    await expect(reader.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible()
    await reader.getByRole('button', { name: 'Done' }).click()
    const row = results(window).getByRole('option', { name: LANDING })
    await expect(row.getByRole('img', { name: '1 note' })).toBeVisible()
    await expect(row.getByRole('img', { name: 'Tags: first' })).toBeVisible()
  })

  await test.step('collect it with a related event', async () => {
    await window.keyboard.press('c')
    await window.getByRole('textbox', { name: 'Find or name a collection' }).fill('To the Moon')
    await window.keyboard.press('Enter')
    await expect(window.getByRole('dialog')).toBeHidden()
    await expect(results(window).getByRole('img', { name: 'In 1 collection' })).toHaveCount(1)
    await reader.getByRole('link', { name: LAUNCH }).first().click()
    await expect(reader.getByRole('heading', { level: 1, name: LAUNCH })).toBeVisible()
    await window.keyboard.press('c')
    await window.getByRole('textbox', { name: 'Find or name a collection' }).fill('To the')
    await window.keyboard.press('Enter')
    await expect(window.getByRole('dialog')).toBeHidden()
    await window.keyboard.press('Alt+ArrowLeft')
    await expect(reader.getByRole('heading', { level: 1, name: LANDING })).toBeVisible()
  })

  await test.step('order the collection and write a remark', async () => {
    await window.getByRole('tab', { name: 'Collections' }).click()
    await window.getByRole('tabpanel', { name: 'Collections' }).getByText('To the Moon').click()
    const entries = window.getByRole('list', { name: 'Events of the collection' })
    await expect(entries.getByRole('heading').first()).toHaveText(LANDING)
    await entries.getByRole('button', { name: 'Move down' }).first().click()
    await expect(entries.getByRole('heading').first()).toHaveText(LAUNCH)
    await entries.getByRole('button', { name: 'Add a remark' }).first().click()
    await entries.getByRole('textbox').fill('Where it began.')
    await expect(window.getByRole('contentinfo')).toContainText('Saved')
  })

  await test.step('export it', async () => {
    const target = join(folder, 'moon.md')
    await chooseSaveFile(app, target)
    await window.getByRole('button', { name: 'Export…' }).click()
    await expect(window.getByRole('region', { name: 'To the Moon.md' })).toContainText('great')
    await window.getByRole('button', { name: 'Export…' }).click()
    await expect(window.getByText('2 events written to 1 file')).toBeVisible()
    const text = await readFile(target, 'utf8')
    expect(text).toMatch(/^---\ntitle: To the Moon\n/)
    for (const part of ['The *great* leap', 'Where it began.', 'hq.nasa.gov', '[^1]:']) {
      expect(text).toContain(part)
    }
    expect(text.indexOf('leaves Florida')).toBeLessThan(text.indexOf('Sea of Tranquility'))
  })

  expect(await hashFolder(SAMPLE_ARCHIVE)).toBe(before)
  expect(complaints).toEqual([])
})

test('what was written is there again after closing and opening', async ({ launch, home }) => {
  const first = await launch(SAMPLE_ARCHIVE)
  await results(first.window).getByRole('option').first().click()
  await first.window.keyboard.press('n')
  const editor = first.window.getByRole('textbox', { name: 'Note, in Markdown' })
  await editor.fill('Typed just before closing')
  await first.app.close()

  const second = await launch(SAMPLE_ARCHIVE)
  await second.window.getByRole('link', { name: 'Notes' }).click()
  await expect(second.window.getByText('Typed just before closing')).toBeVisible()
  const notebook = join(home, 'notebooks', 'sample-archive')
  expect(existsSync(join(notebook, 'notebook.json'))).toBe(true)
  expect(await readdir(join(notebook, 'annotations'))).toHaveLength(1)
})

test('what is deleted comes back by undo', async ({ launch }) => {
  const { window } = await launch(SAMPLE_ARCHIVE)
  await results(window).getByRole('option').first().click()
  await window.keyboard.press('c')
  await window.getByRole('textbox', { name: 'Find or name a collection' }).fill('Short-lived')
  await window.keyboard.press('Enter')
  await window.getByRole('tab', { name: 'Collections' }).click()
  await window.getByRole('tabpanel', { name: 'Collections' }).getByText('Short-lived').click()
  await window.getByRole('button', { name: 'More', exact: true }).click()
  await window.getByRole('menuitem', { name: 'Delete collection' }).click()
  await expect(window.getByRole('link', { name: /Short-lived/ })).toBeHidden()
  await window.keyboard.press('Control+z')
  await expect(window.getByRole('link', { name: /Short-lived/ }).first()).toBeVisible()
})
