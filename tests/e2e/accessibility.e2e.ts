import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { results } from './steps.ts'

/** What axe finds wrong, a line each. Electron has no second page for axe's newer mode. */
async function findings(window: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode(true).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`,
    ),
  )
}

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in any room, ${theme}`, async ({ launch }) => {
    const { app, window } = await launch()
    await app.evaluate(({ nativeTheme }, source) => {
      nativeTheme.themeSource = source
    }, theme)
    const isDark = () => matchMedia('(prefers-color-scheme: dark)').matches
    await expect.poll(() => window.evaluate(isDark)).toBe(theme === 'dark')
    expect(await findings(window)).toEqual([])

    await window.getByRole('button', { name: /sample archive/ }).click()
    await results(window).getByRole('option').nth(1).click()
    await expect(window.getByRole('article').getByRole('heading', { level: 1 })).toBeVisible()
    expect(await findings(window)).toEqual([])

    await window.keyboard.press('n')
    await window.keyboard.type('A *note*')
    await expect(window.getByRole('region', { name: 'Preview' }).locator('em')).toBeVisible()
    expect(await findings(window)).toEqual([])
    await window.keyboard.press('Escape')

    await window.keyboard.press('c')
    await window.getByRole('textbox', { name: 'Find or name a collection' }).fill('Landings')
    expect(await findings(window)).toEqual([])
    await window.keyboard.press('Enter')

    await window.getByRole('tab', { name: 'Collections' }).click()
    await window.getByRole('tabpanel', { name: 'Collections' }).getByText('Landings').click()
    await expect(window.getByRole('list', { name: 'Events of the collection' })).toBeVisible()
    expect(await findings(window)).toEqual([])

    await window.getByRole('button', { name: 'Export…' }).click()
    await expect(window.getByRole('region', { name: 'Landings.md' })).toBeVisible()
    expect(await findings(window)).toEqual([])

    for (const room of ['Notes', 'Import report']) {
      await window.getByRole('link', { name: room, exact: true }).click()
      await window.waitForTimeout(300)
      expect(await findings(window)).toEqual([])
    }
  })
}
