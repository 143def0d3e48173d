import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { startComposing } from './compose.ts'
import { SAMPLE_ARCHIVE, expect, test } from './fixtures.ts'
import { results, searchFor } from './steps.ts'

/** Longer than what is typed waits before it is asked or saved. */
const PAUSE_MS = 700

/** Keys that are commands outside of a composition. */
const COMMAND_KEYS = ['h', 'a', '1', '6', 'j', 'k', 'n', 'c', 'v', '/', '?', 'ArrowDown']

/** Keep what reaches the window of keys that are pressed while something is composed. */
async function watchKeys(window: Page): Promise<() => Promise<string[]>> {
  await window.evaluate(() => {
    const heard: string[] = []
    document.addEventListener('keydown', ({ key }) => heard.push(key))
    Object.assign(globalThis, { heardKeys: heard })
  })
  return () => window.evaluate(() => (globalThis as unknown as { heardKeys: string[] }).heardKeys)
}

test('Chinese is composed in the search field, and asked once it is taken', async ({ launch }) => {
  const { window, complaints } = await launch(SAMPLE_ARCHIVE)
  await expect(window.getByText('113 events').first()).toBeVisible()
  const field = window.getByRole('combobox', { name: 'Search the archive' })
  const address = () => window.evaluate(() => location.hash)
  await field.focus()
  const ime = await startComposing(window)
  const before = await address()
  const heard = await watchKeys(window)

  for (const letters of ['c', 'ch', 'chang', 'chang zheng']) await ime.compose(letters)
  for (const key of [...COMMAND_KEYS, 'Escape', 'Enter']) await ime.press(key)
  await window.waitForTimeout(PAUSE_MS)
  await expect(field).toHaveValue('chang zheng')
  await expect(field).toBeFocused()
  expect(await heard()).toEqual([])
  expect(await address()).toBe(before)
  await expect(window.getByText('113 events').first()).toBeVisible()
  await expect(window.getByRole('dialog')).toBeHidden()

  await ime.take('长征')
  await expect(field).toHaveValue('长征')
  await expect(results(window).getByRole('option').first()).toContainText('长征')
  await expect.poll(address).toContain(encodeURIComponent('长征'))
  await field.press('Enter')
  await expect(field).not.toBeFocused()
  expect(complaints).toEqual([])
})

test('Chinese is composed in a note, which neither closes nor is marked meanwhile', async ({
  launch,
  home,
}) => {
  const { window, complaints } = await launch(SAMPLE_ARCHIVE)
  await searchFor(window, '"Sea of Tranquility" date:1969')
  await results(window).getByRole('option').first().click()
  await expect(window.getByRole('article').getByRole('heading', { level: 1 })).toBeVisible()
  await window.keyboard.press('n')
  const editor = window.getByRole('textbox', { name: 'Note, in Markdown' })
  await expect(editor).toBeFocused()
  const ime = await startComposing(window)
  await ime.compose('deng')
  await ime.compose('deng yue')
  for (const key of [...COMMAND_KEYS, 'Escape', 'Enter']) await ime.press(key)
  await window.waitForTimeout(PAUSE_MS)
  await expect(editor).toBeFocused()
  await expect(editor).toHaveText('deng yue')
  await ime.take('登月')
  await expect(editor).toHaveText('登月')
  await ime.compose('#bi')
  await window.waitForTimeout(PAUSE_MS)
  await expect(window.getByRole('listbox', { name: 'Completions' })).toBeHidden()
  await ime.take('，比较')
  await expect(editor).toHaveText('登月，比较')
  await window.getByRole('button', { name: 'Done' }).click()

  const folder = join(home, 'notebooks', 'sample-archive', 'annotations')
  await expect
    .poll(async () => {
      const [name = ''] = await readdir(folder)
      return JSON.parse(await readFile(join(folder, name), 'utf8')) as unknown
    })
    .toMatchObject({ data: { annotations: [{ note: '登月，比较', selector: null }] } })
  expect(complaints).toEqual([])
})

test('a name is composed in a dialog, which Enter and Escape then neither leave nor end', async ({
  launch,
}) => {
  const { window } = await launch(SAMPLE_ARCHIVE)
  await results(window).getByRole('option').first().click()
  await expect(window.getByRole('article').getByRole('heading', { level: 1 })).toBeVisible()
  await window.keyboard.press('c')
  const field = window.getByRole('textbox', { name: 'Find or name a collection' })
  await expect(field).toBeFocused()
  const ime = await startComposing(window)
  await ime.compose('yue qiu')
  for (const key of ['Enter', 'Escape']) await ime.press(key)
  await window.waitForTimeout(PAUSE_MS)
  await expect(field).toBeFocused()
  await ime.take('月球')
  await expect(field).toHaveValue('月球')
  await field.press('Enter')
  await expect(window.getByText('1 event added to “月球”', { exact: true })).toBeVisible()
})
