import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { SAMPLE_ARCHIVE, expect, test } from './fixtures.ts'
import { chooseFolder, chooseSaveFile, results } from './steps.ts'
import { type WrittenNote, runCommandLine, writeNotes, writeNotesOnCopy } from './write-notes.ts'

const LANDING =
  'news/1969/07/20/neil-armstrong-and-buzz-aldrin-land-on-the-sea-of-tranquility-and-walk-on-the-moon-the-first-human-beings-to-do-so'
const LUNA =
  'news/1969/07/21/luna-15-crashes-in-the-sea-of-crises-the-soviet-probe-was-to-have-brought-back-lunar-soil-while-two-americans-were-on-the-moon'

const NOTES: WrittenNote[] = [
  {
    eventId: LANDING,
    quote: 'with little fuel to spare',
    note: 'How little?',
    tags: ['fuel'],
    colour: 'orange',
  },
  { eventId: LANDING, note: 'Who stayed above?' },
  {
    eventId: LUNA,
    quote: 'brought back lunar soil',
    note: 'Says who?',
    tags: ['moon'],
    colour: 'pink',
  },
]

function noteList(window: Page) {
  return window.getByRole('listbox', { name: 'Your notes' })
}

async function enterNotes(window: Page) {
  await window.getByRole('link', { name: 'Notes', exact: true }).click()
}

async function enterSeldom(window: Page, room: 'Trash' | 'Backups') {
  await window.getByRole('button', { name: 'More rooms' }).click()
  await window.getByRole('menuitem', { name: room }).click()
}

test('notes are filtered, tagged together and put back by one undo', async ({ launch, home }) => {
  await writeNotes(home, SAMPLE_ARCHIVE, NOTES)
  const { window, complaints } = await launch(SAMPLE_ARCHIVE)
  await enterNotes(window)
  const rows = noteList(window).getByRole('option')
  await expect(rows).toHaveCount(3)

  await test.step('filter by colour and by the search language', async () => {
    await window.getByRole('button', { name: 'Orange' }).click()
    await window.getByRole('button', { name: 'Pink' }).click()
    await expect(rows).toHaveCount(2)
    const field = window.getByRole('combobox', { name: 'Search your notes' })
    await expect(field).toHaveValue('(colour:pink OR colour:orange)')
    await field.fill('tag:fuel')
    await expect(rows).toHaveCount(1)
    await expect(rows).toContainText('with little fuel to spare')
    await field.fill('')
    await expect(rows).toHaveCount(3)
  })

  await test.step('tag all, then undo', async () => {
    await rows.first().click()
    await window.keyboard.press('Control+a')
    await expect(window.getByRole('toolbar', { name: '3 notes selected' })).toBeVisible()
    await window.getByRole('button', { name: 'Tags' }).click()
    await window.getByRole('menuitem', { name: 'Add tag…' }).click()
    await window.getByRole('textbox', { name: 'Find or name a tag' }).fill('apollo/eleven')
    await window.keyboard.press('Enter')
    await expect(rows.filter({ hasText: 'apollo/eleven' })).toHaveCount(3)
    await noteList(window).focus()
    await window.keyboard.press('Control+z')
    await expect(rows.filter({ hasText: 'apollo/eleven' })).toHaveCount(0)
    await expect(rows).toHaveCount(3)
  })

  await test.step('rename a tag onto another one, told beforehand', async () => {
    await window.getByRole('treeitem', { name: 'fuel' }).focus()
    await window.keyboard.press('F2')
    const dialog = window.getByRole('dialog', { name: 'Tag “fuel”' })
    await dialog.getByRole('textbox', { name: 'Name' }).fill('moon')
    await expect(dialog).toContainText('“moon” is there already, on 1 note')
    await dialog.getByRole('button', { name: 'Make them one' }).click()
    await expect(window.getByRole('treeitem', { name: 'moon' })).toContainText('2')
    await expect(window.getByRole('treeitem', { name: 'fuel' })).toBeHidden()
  })

  await test.step('open one in the library, its mark active', async () => {
    await rows.filter({ hasText: 'brought back lunar soil' }).dblclick()
    await expect(window.getByRole('heading', { level: 1, name: /Luna 15/ })).toBeVisible()
    expect(await window.evaluate(() => location.hash)).toContain('mark=')
  })
  expect(complaints).toEqual([])
})

test('what was deleted is restored from the trash, or gone for good', async ({ launch, home }) => {
  await writeNotes(home, SAMPLE_ARCHIVE, NOTES)
  const { window, complaints } = await launch(SAMPLE_ARCHIVE)
  await enterNotes(window)
  const rows = noteList(window).getByRole('option')
  await expect(rows).toHaveCount(3)
  await rows.first().click()
  await rows.nth(1).click({ modifiers: ['Shift'] })
  await window.keyboard.press('Delete')
  await expect(rows).toHaveCount(1)

  await enterSeldom(window, 'Trash')
  const trash = window.getByRole('listbox', { name: 'Deleted things' }).getByRole('option')
  await expect(trash).toHaveCount(2)
  await trash.filter({ hasText: 'Who stayed above?' }).click()
  await window.getByRole('button', { name: 'Restore' }).click()
  await expect(trash).toHaveCount(1)
  await window.getByRole('button', { name: 'Empty the trash…' }).click()
  await window.getByRole('alertdialog').getByRole('button', { name: 'Delete for good' }).click()
  await expect(window.getByText('The trash is empty')).toBeVisible()

  await enterNotes(window)
  await expect(rows).toHaveCount(2)
  await expect(rows.filter({ hasText: 'Who stayed above?' })).toHaveCount(1)
  expect(complaints).toEqual([])
})

test('a claim gathers evidence, survives the deletion of a note and is exported', async ({
  launch,
  home,
  folder,
}) => {
  await writeNotes(home, SAMPLE_ARCHIVE, NOTES)
  const { app, window, complaints } = await launch(SAMPLE_ARCHIVE)
  await enterNotes(window)
  const rows = noteList(window).getByRole('option')
  await rows.first().click()
  await window.keyboard.press('Control+a')
  await window.getByRole('button', { name: 'Evidence…' }).click()
  await window.getByRole('radio', { name: 'Unclear' }).click()
  await window.getByRole('textbox', { name: 'Find or state a claim' }).fill('Fuel was short')
  await window.keyboard.press('Enter')
  await expect(window.getByText('3 notes added to “Fuel was short”', { exact: true })).toBeVisible()

  await window.getByRole('link', { name: 'Claims', exact: true }).click()
  await window.getByRole('link', { name: /Fuel was short/ }).click()
  const evidence = window.getByRole('list', { name: 'Evidence' }).getByRole('article')
  await expect(evidence).toHaveCount(3)
  await expect(evidence.last()).toContainText('July 21, 1969')
  const fuel = evidence.filter({ hasText: 'with little fuel to spare' })
  await fuel.getByRole('radio', { name: 'Supports' }).click()
  await expect(
    window.getByRole('img', { name: '1 support, 0 contradict, 2 unclear' }),
  ).toBeVisible()
  await window.getByRole('button', { name: 'Write a verdict' }).click()
  await window.getByRole('textbox', { name: 'Verdict, in Markdown' }).fill('*Likely.*')
  await window.getByRole('button', { name: 'Done' }).click()
  await expect(window.getByText('Likely.')).toBeVisible()

  await enterNotes(window)
  await rows.filter({ hasText: 'with little fuel to spare' }).click()
  await window.keyboard.press('Delete')
  await expect(rows).toHaveCount(2)
  await window.getByRole('link', { name: 'Claims', exact: true }).click()
  await window.getByRole('link', { name: /Fuel was short/ }).click()
  await expect(fuel).toContainText('The annotation was deleted.')

  const target = join(folder, 'fuel.csv')
  await chooseSaveFile(app, target)
  await window.getByRole('button', { name: 'Export table' }).click()
  await window.getByRole('menuitem', { name: /CSV/ }).click()
  await expect(window.getByText(`3 rows written to ${target}`, { exact: true })).toBeVisible()
  const table = await readFile(target, 'utf8')
  expect(table).toContain('with little fuel to spare')
  expect(table.indexOf('1969-07-20')).toBeLessThan(table.indexOf('1969-07-21'))
  expect(complaints).toEqual([])
})

test('an earlier version is compared, and what is gone is brought back', async ({
  launch,
  home,
}) => {
  await writeNotes(home, SAMPLE_ARCHIVE, NOTES)
  const { window, complaints } = await launch(SAMPLE_ARCHIVE)
  await enterNotes(window)
  const rows = noteList(window).getByRole('option')
  await rows.filter({ hasText: 'Who stayed above?' }).click()
  await window.keyboard.press('Delete')
  await expect(rows).toHaveCount(2)
  await expect(window.getByRole('contentinfo')).toContainText('Saved')

  await enterSeldom(window, 'Backups')
  await expect(window.getByText('Notes on July 1969')).toBeVisible()
  await window.locator('.backup-list').getByRole('link').first().click()
  await expect(window.getByText('1 gone since')).toBeVisible()
  await window.getByRole('checkbox', { name: 'Choose all that is gone or changed' }).check()
  await window.getByRole('button', { name: 'Bring back 1 record as a copy' }).click()
  await expect(window.getByText('Everything in this version is in your notebook')).toBeVisible()
  await enterNotes(window)
  await expect(rows.filter({ hasText: 'Who stayed above?' })).toHaveCount(1)
  expect(complaints).toEqual([])
})

test('marks on changed words are confirmed one after another, by keyboard', async ({
  launch,
  home,
  folder,
}) => {
  const archive = await writeNotesOnCopy(home, folder, NOTES)
  const page = join(archive, `${LANDING}.md`)
  const text = await readFile(page, 'utf8')
  await writeFile(page, text.replace('with little fuel', 'with very little of its fuel'))
  const { window, complaints } = await launch(archive)
  await enterNotes(window)
  await window.getByRole('tab', { name: /Please confirm 1/ }).click()
  const review = window.getByRole('article', { name: 'Where it stands now' })
  await expect(review.locator('ins').first()).toBeVisible()
  await window.keyboard.press('Control+Enter')
  await expect(window.getByText('Nothing to confirm')).toBeVisible()
  await window.getByRole('tab', { name: 'All', exact: true }).click()
  await expect(noteList(window)).toContainText('with very little of its fuel to spare')
  expect(complaints).toEqual([])
})

test('a notebook opens without its archive, and goes on where the archive is now', async ({
  launch,
  home,
  folder,
}) => {
  const archive = await writeNotesOnCopy(home, folder, NOTES)
  const first = await launch(archive)
  await expect(first.window.getByText('113 events').first()).toBeVisible()
  await expect(first.window.locator('.shell-import')).toBeHidden()
  await first.app.close()
  const moved = join(folder, 'moved')
  await rename(archive, moved)

  const { app, window } = await launch()
  await window.getByRole('button', { name: 'Open the notebook alone' }).click()
  const bar = window.getByRole('status').filter({ hasText: 'Where is the archive now?' })
  await expect(bar).toBeVisible()
  await enterNotes(window)
  await expect(noteList(window).getByRole('option')).toHaveCount(3)
  await chooseFolder(app, moved)
  await bar.getByRole('button', { name: 'Locate…' }).click()
  await expect(bar).toBeHidden()
  await window.getByRole('link', { name: 'Library', exact: true }).click()
  await expect(results(window).getByRole('option').first()).toBeVisible()
  await enterNotes(window)
  await expect(noteList(window).getByRole('option')).toHaveCount(3)
})

test('annotations are taken along, brought back and merged with those of another notebook', async ({
  launch,
  home,
  folder,
}) => {
  await writeNotes(home, SAMPLE_ARCHIVE, NOTES)
  const other = join(folder, 'other')
  await runCommandLine(home, [
    ...['--notebook', other, 'annotate', SAMPLE_ARCHIVE, LUNA],
    ...['--note', 'Seen from the other desk.'],
  ])
  const { app, window, complaints } = await launch(SAMPLE_ARCHIVE)
  await enterNotes(window)
  const rows = noteList(window).getByRole('option')
  await expect(rows).toHaveCount(3)
  const act = async (name: RegExp) => {
    await window.getByRole('button', { name: 'More', exact: true }).click()
    await window.getByRole('menuitem', { name }).click()
  }
  const countOf = (label: string) =>
    window.getByRole('dialog').locator('dl > div').filter({ hasText: label }).locator('dd')

  const file = join(folder, 'annotations.jsonld')
  await chooseSaveFile(app, file)
  await act(/Export annotations/)
  await expect(window.getByText('Annotations exported', { exact: true })).toBeVisible()
  const exported = JSON.parse(await readFile(file, 'utf8')) as { type: string }
  expect(exported.type).toBe('AnnotationCollection')

  await window.keyboard.press('Control+a')
  await window.keyboard.press('Delete')
  await expect(rows).toHaveCount(0)
  await enterSeldom(window, 'Trash')
  await window.getByRole('button', { name: /Empty/ }).click()
  await window
    .getByRole('alertdialog')
    .getByRole('button', { name: /Delete|Empty/ })
    .click()
  await enterNotes(window)
  await chooseFolder(app, file)
  await act(/Import annotations/)
  await expect(countOf('Added')).toHaveText('3')
  await window.getByRole('button', { name: 'Done' }).click()
  await expect(rows.filter({ hasText: 'with little fuel to spare' })).toHaveCount(1)

  await chooseFolder(app, other)
  await act(/Merge another notebook/)
  await expect(countOf('Added')).toHaveText('1')
  await window.getByRole('button', { name: 'Done' }).click()
  await expect(rows).toHaveCount(4)
  await window.keyboard.press('Control+z')
  await expect(rows).toHaveCount(3)
  expect(complaints).toEqual([])
})
