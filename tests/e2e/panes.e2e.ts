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
