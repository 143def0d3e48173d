import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Locator, Page } from 'playwright/test'
import { SAMPLE_ARCHIVE, expect, test } from './fixtures.ts'
import { results, searchFor } from './steps.ts'
import { writeNotes } from './write-notes.ts'

const LANDING = /Neil Armstrong and Buzz Aldrin land on the Sea of Tranquility/
const PAGE =
  'neil-armstrong-and-buzz-aldrin-land-on-the-sea-of-tranquility-and-walk-on-the-moon-the-first-human-beings-to-do-so.md'

/** Open the landing on the Moon in the reader. */
async function openLanding(window: Page): Promise<Locator> {
  await searchFor(window, '"Sea of Tranquility" date:1969')
  await results(window).getByRole('option', { name: LANDING }).click()
  const reader = window.getByRole('article').first()
  await expect(reader.getByRole('heading', { level: 1, name: LANDING })).toBeVisible()
  return reader
}

/** Where words of the article stand in the window, once they stand still: the margin may be opening. */
async function findWords(window: Page, words: string) {
  let last = await measureWords(window, words)
  for (;;) {
    await window.waitForTimeout(50)
    const next = await measureWords(window, words)
    if (isDeepStrictEqual(next, last)) return next
    last = next
  }
}

async function measureWords(window: Page, words: string) {
  return await window.evaluate((wanted) => {
    const article = document.querySelector('.reader-article')!
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const node = walker.currentNode as Text
      const start = node.data.indexOf(wanted)
      if (start === -1 || node.parentElement!.closest('[data-text-part]') === null) continue
      node.parentElement!.scrollIntoView({ block: 'nearest' })
      const range = document.createRange()
      range.setStart(node, start)
      range.setEnd(node, start + wanted.length)
      const boxes = [...range.getClientRects()]
      const [first, last] = [boxes[0]!, boxes.at(-1)!]
      return {
        from: { x: first.left + 1, y: first.top + first.height / 2 },
        to: { x: last.right - 1, y: last.top + last.height / 2 },
        middle: { x: first.left + first.width / 2, y: first.top + first.height / 2 },
      }
    }
    throw new Error(`The article has no “${wanted}”.`)
  }, words)
}

/** Drag over words with the mouse. */
async function dragOver(window: Page, words: string) {
  const { from, to } = await findWords(window, words)
  await window.mouse.move(from.x, from.y)
  await window.mouse.down()
  await window.mouse.move(to.x, to.y, { steps: 3 })
  await window.mouse.up()
}

/** What is painted over the article, by the name of its highlight. */
async function painted(window: Page): Promise<Record<string, string[]>> {
  return await window.evaluate(() =>
    Object.fromEntries(
      Array.from(CSS.highlights, ([name, highlight]) => [
        name,
        Array.from(highlight, ({ startContainer, startOffset, endContainer, endOffset }) => {
          const range = document.createRange()
          range.setStart(startContainer, startOffset)
          range.setEnd(endContainer, endOffset)
          return range.toString()
        }),
      ]),
    ),
  )
}

test('words are marked with the mouse, noted, and painted again after a restart', async ({
  launch,
}) => {
  const first = await launch(SAMPLE_ARCHIVE)
  await openLanding(first.window)
  const before = await first.window.locator('.reader-article .text').innerHTML()
  await dragOver(first.window, 'with little fuel to spare')
  const bar = first.window.getByRole('toolbar', { name: 'Mark the selected words' })
  await bar.getByRole('button', { name: 'Highlight in green' }).click()
  await expect(bar).toBeHidden()
  await expect
    .poll(() => painted(first.window))
    .toMatchObject({
      'annals-green': ['with little fuel to spare'],
    })

  await dragOver(first.window, 'past a field of boulders')
  await first.window.keyboard.press('a')
  await first.window
    .getByRole('textbox', { name: 'Note, in Markdown' })
    .fill('How much fuel *exactly*?')
  await first.window.getByRole('button', { name: 'Done' }).click()
  await expect(
    first.window.getByRole('article', { name: /past a field of boulders/ }).locator('em'),
  ).toHaveText('exactly')
  expect(await first.window.locator('.reader-article .text').innerHTML()).toBe(before)
  expect(first.complaints).toEqual([])
  await first.app.close()

  const second = await launch(SAMPLE_ARCHIVE)
  await openLanding(second.window)
  await expect
    .poll(() => painted(second.window))
    .toMatchObject({
      'annals-green': ['with little fuel to spare', 'past a field of boulders'],
    })
  await expect(second.window.getByText('How much fuel exactly?')).toBeVisible()
  expect(second.complaints).toEqual([])
})

test('words are selected and marked by keyboard alone', async ({ launch }) => {
  const { window, complaints } = await launch(SAMPLE_ARCHIVE)
  await openLanding(window)
  await window.keyboard.press('v')
  await expect(window.getByText(/Selecting words\. Arrow keys/)).toBeAttached()
  for (let word = 0; word < 2; word += 1) await window.keyboard.press('Control+ArrowRight')
  for (let word = 0; word < 3; word += 1) await window.keyboard.press('Control+Shift+ArrowRight')
  const chosen = await window.evaluate(() => document.getSelection()?.toString().trim() ?? '')
  expect(chosen).not.toBe('')
  await window.keyboard.press('4')
  await expect.poll(() => painted(window)).toMatchObject({ 'annals-pink': [chosen] })

  await window.keyboard.press(']')
  const card = window.getByRole('article', { name: /^Mark 1 of 1/ })
  await expect(card).toBeFocused()
  await window.keyboard.press('Escape')
  await window.keyboard.press('h')
  expect(Object.keys(await painted(window))).toContain('annals-pink')
  expect(complaints).toEqual([])
})

test('marks that overlap are all seen and all reached', async ({ launch }) => {
  const { window } = await launch(SAMPLE_ARCHIVE)
  await openLanding(window)
  await dragOver(window, 'sets down with little fuel')
  await window.keyboard.press('1')
  await expect.poll(() => painted(window)).toHaveProperty('annals-yellow')
  await dragOver(window, 'with little')
  await window.keyboard.press('3')
  await expect
    .poll(() => painted(window))
    .toMatchObject({
      'annals-yellow': ['sets down ', ' fuel'],
      'annals-blue-deep': ['with little'],
      'annals-yellow-line-0': ['sets down with little fuel'],
      'annals-blue-line-1': ['with little'],
    })
  const { middle } = await findWords(window, 'with little')
  await window.mouse.click(middle.x, middle.y)
  await expect(window.getByRole('article', { name: /^Mark \d of 2/ })).toHaveCount(2)
})

test('a headline that is a link is marked, not followed', async ({ launch }) => {
  const { window } = await launch(SAMPLE_ARCHIVE)
  const reader = await openLanding(window)
  await dragOver(window, 'Apollo 11 leaves Florida')
  await window.keyboard.press('2')
  await expect
    .poll(() => painted(window))
    .toMatchObject({
      'annals-green': ['Apollo 11 leaves Florida'],
    })
  await expect(reader.getByRole('heading', { level: 1, name: LANDING })).toBeVisible()
  await window.mouse.click(5, 400)
  await reader
    .getByRole('link', { name: /Apollo 11 leaves Florida/ })
    .first()
    .click()
  await expect(reader.getByRole('heading', { level: 1, name: /leaves Florida/ })).toBeVisible()
})

test('what is marked and deleted comes and goes by undo and redo', async ({ launch }) => {
  const { window } = await launch(SAMPLE_ARCHIVE)
  await openLanding(window)
  await dragOver(window, 'little fuel')
  await window.keyboard.press('6')
  await expect.poll(() => painted(window)).toHaveProperty('annals-orange')
  const card = window.getByRole('article', { name: /^Mark 1 of 1/ })
  await card.getByRole('button', { name: 'More' }).click()
  await window.getByRole('menuitem', { name: 'Delete' }).click()
  await expect.poll(() => painted(window)).not.toHaveProperty('annals-orange')
  await window.keyboard.press('Control+z')
  await expect.poll(() => painted(window)).toHaveProperty('annals-orange')
  await window.keyboard.press('Control+z')
  await expect.poll(() => painted(window)).not.toHaveProperty('annals-orange')
  await window.keyboard.press('Control+Shift+z')
  await expect.poll(() => painted(window)).toHaveProperty('annals-orange')
})

test('words that change on disk ask to be confirmed, words that go are kept', async ({
  launch,
  folder,
}) => {
  const archive = join(folder, 'archive')
  await cp(SAMPLE_ARCHIVE, archive, { recursive: true })
  const { window } = await launch(archive)
  await openLanding(window)
  await dragOver(window, 'sets down with little fuel to spare after')
  await window.keyboard.press('1')
  await expect.poll(() => painted(window)).toHaveProperty('annals-yellow')
  await dragOver(window, 'he puts his foot on the ground')
  await window.keyboard.press('2')
  await expect.poll(() => painted(window)).toHaveProperty('annals-green')

  const page = join(archive, 'news', '1969', '07', '20', PAGE)
  const text = await readFile(page, 'utf8')
  const changed = text
    .replace(
      'sets down with little fuel to spare after',
      'sets down with hardly any fuel to spare after',
    )
    .replace(/By the clocks[^\n]*/, 'Nothing more is said.')
  expect(changed).not.toBe(text)
  await writeFile(page, changed)
  await window.getByRole('button', { name: 'Take in' }).click()

  const doubt = window.getByRole('region', { name: /These words were changed/ })
  await expect(doubt).toContainText('hardly any')
  await expect.poll(() => painted(window)).toHaveProperty('annals-unsure')
  await expect(window.getByText('1 mark no longer finds its words')).toBeVisible()
  await expect(window.getByRole('region', { name: 'Marks without their words' })).toContainText(
    'he puts his foot on the ground',
  )
  await doubt.getByRole('button', { name: 'Confirm' }).click()
  await expect
    .poll(() => painted(window))
    .toMatchObject({
      'annals-yellow': ['sets down with hardly any fuel to spare after'],
    })
})

test('a note links to an event and a tag by completion, and the event says so', async ({
  launch,
}) => {
  const { window, complaints } = await launch(SAMPLE_ARCHIVE)
  const reader = await openLanding(window)
  await window.keyboard.press('n')
  const editor = window.getByRole('textbox', { name: 'Note, in Markdown' })
  await editor.press('x')
  await window.keyboard.type(' [[The Soviet Luna 15')
  const offered = window.getByRole('listbox', { name: 'Completions' })
  await expect(offered.getByRole('option').first()).toBeVisible()
  // What has only just been offered is not taken by a key that was meant for the text.
  await window.waitForTimeout(200)
  await window.keyboard.press('Enter')
  await expect(editor).toContainText('](</news/')
  await window.keyboard.type(' #rivals')
  await expect(offered.getByRole('option', { name: /rivals/ })).toBeVisible()
  await window.waitForTimeout(200)
  await window.keyboard.press('Enter')
  await expect(editor).not.toContainText('#rivals')
  await expect(window.getByRole('group', { name: 'Tags' })).toContainText('rivals')
  await window.keyboard.press('Escape')

  await reader.getByRole('region', { name: 'Notes' }).getByRole('link').click()
  await expect(reader.getByRole('heading', { level: 1, name: LANDING })).toBeHidden()
  const mentions = reader.getByRole('region', { name: 'Mentioned in your notes' })
  await mentions.getByRole('link', { name: LANDING }).click()
  await expect(reader.getByRole('heading', { level: 1, name: LANDING })).toBeVisible()
  expect(complaints).toEqual([])
})

test('a page from right to left, its marks and its notes end at the same edge', async ({
  launch,
  home,
}) => {
  const hebrew = 'news/1961/07/5/ישראל-משגרת-את-רקטת-המחקר-שביט-2'
  const note = { eventId: hebrew, quote: 'מחוף הים התיכון לחקר', note: 'מה היה הדלק?' }
  await writeNotes(home, SAMPLE_ARCHIVE, [{ ...note, colour: 'green' }])
  const { app, window, complaints } = await launch(SAMPLE_ARCHIVE)
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]!.setContentSize(1700, 900)
  })
  await searchFor(window, 'שביט')
  await results(window).getByRole('option').first().click()
  const reader = window.getByRole('article').first()
  const card = window.getByRole('article', { name: /^Mark 1 of 1, green, with a note/ })
  await expect.poll(() => painted(window)).toMatchObject({ 'annals-green': [note.quote] })
  const endOf = async (words: string, within: Locator) =>
    await within.getByText(words).evaluate((element) => {
      const range = document.createRange()
      range.selectNodeContents(element)
      return Math.round(range.getBoundingClientRect().right)
    })
  expect(await endOf('הרקטה שוגרה', reader)).toBe(await endOf('ישראל משגרת', reader.locator('h1')))
  expect(await endOf(note.quote, card)).toBe(await endOf(note.note, card))
  expect(complaints).toEqual([])
})
