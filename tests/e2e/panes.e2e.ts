import type { ElectronApplication } from 'playwright/test'
import { SAMPLE_ARCHIVE, expect, test } from './fixtures.ts'
import { results } from './steps.ts'

async function resize(app: ElectronApplication, width: number): Promise<void> {
  await app.evaluate(({ BrowserWindow }, to) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(to, 600)
  }, width)
}

test('panes come and go with the width of the window, each as wide as it was', async ({
  launch,
}) => {
  const { app, window, complaints } = await launch(SAMPLE_ARCHIVE)
  const paneWidth = async (id: string) => (await window.locator(`#${id}`).boundingBox())?.width
  await expect(results(window).getByRole('option').first()).toBeVisible()
  const waysWidth = await paneWidth('ways')
  const resultsWidth = await paneWidth('results')

  await resize(app, 900)
  await window.getByRole('button', { name: 'Show the ways in' }).click()
  await expect(window.locator('#reader')).toBeHidden()
  expect(await paneWidth('ways')).toBeCloseTo(waysWidth ?? 0, -1)
  await results(window).getByRole('option').first().click()
  await expect(window.getByRole('article')).toBeVisible()
  await expect(window.locator('#results')).toBeHidden()

  await window.keyboard.press('Alt+ArrowLeft')
  await expect(results(window).getByRole('option').first()).toBeVisible()
  await resize(app, 1280)
  await expect(window.locator('#reader')).toBeVisible()
  expect(await paneWidth('ways')).toBeCloseTo(waysWidth ?? 0, -1)
  expect(await paneWidth('results')).toBeCloseTo(resultsWidth ?? 0, -1)
  expect(complaints).toEqual([])
})

test('a list is walked to its last event and back, by keys and by the bar', async ({ launch }) => {
  const { window, complaints } = await launch(SAMPLE_ARCHIVE)
  const list = results(window)
  // Rows are folded when the whole archive is known; only then is the last one the last for good.
  await expect(window.getByText('113 events in 110 reports')).toBeVisible()
  const first = (await list.getByRole('option').first().textContent()) ?? ''
  const last = Number(await list.getByRole('option').first().getAttribute('aria-setsize'))
  const isShown = (place: number) =>
    expect(list.locator(`[aria-posinset="${place}"]`)).toBeInViewport()

  await list.focus()
  await window.keyboard.press('End')
  await isShown(last)
  await window.keyboard.press('ArrowUp')
  await window.keyboard.press('Home')
  await isShown(1)
  await list.evaluate((element) => {
    element.scrollTop = element.scrollHeight
  })
  await isShown(last)
  await list.evaluate((element) => {
    element.scrollTop = 0
  })
  await isShown(1)
  await expect(list.getByRole('option').first()).toHaveText(first)
  expect(complaints).toEqual([])
})

test('suggestions stand below the field and within the window, in either direction', async ({
  launch,
}) => {
  const { app, window, complaints } = await launch(SAMPLE_ARCHIVE)
  const field = window.getByRole('combobox', { name: 'Search the archive' })
  const list = window.getByRole('listbox', { name: 'Suggestions' })
  for (const direction of ['ltr', 'rtl']) {
    await window.evaluate((to) => {
      document.documentElement.dir = to
    }, direction)
    for (const width of [1280, 720]) {
      await resize(app, width)
      await field.fill('')
      await field.pressSequentially('to')
      await expect(list).toBeVisible()
      const around = await window.locator('.search-field .box').boundingBox()
      const place = await list.boundingBox()
      const view = await window.evaluate(() => ({ width: innerWidth, height: innerHeight }))
      if (!around || !place) throw new Error('The field or its list is not drawn')
      const below = place.y - (around.y + around.height)
      const startsApart =
        direction === 'ltr' ? place.x - around.x : around.x + around.width - (place.x + place.width)
      expect(below).toBeCloseTo(4, 0)
      expect(startsApart).toBeCloseTo(0, 0)
      expect(place.x).toBeGreaterThanOrEqual(0)
      expect(place.x + place.width).toBeLessThanOrEqual(view.width)
      expect(place.y + place.height).toBeLessThanOrEqual(view.height)
    }
  }
  expect(complaints).toEqual([])
})
