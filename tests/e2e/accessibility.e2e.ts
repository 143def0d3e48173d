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

    await window.keyboard.press('v')
    await window.keyboard.press('Control+Shift+ArrowRight')
    await expect(window.getByRole('toolbar', { name: 'Mark the selected words' })).toBeVisible()
    expect(await findings(window)).toEqual([])
    await window.keyboard.press('5')
    await expect(window.getByRole('article', { name: /^Mark 1 of 1/ })).toBeVisible()
    expect(await findings(window)).toEqual([])

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

    await window.getByRole('link', { name: 'Notes', exact: true }).click()
    const notes = window.getByRole('listbox', { name: 'Your notes' })
    await notes.getByRole('option').first().click()
    expect(await findings(window)).toEqual([])
    await window.getByRole('button', { name: 'Evidence…' }).click()
    await window.getByRole('textbox', { name: 'Find or state a claim' }).fill('It was known')
    expect(await findings(window)).toEqual([])
    await window.keyboard.press('Enter')
    await window.getByRole('tab', { name: /Please confirm/ }).click()
    await expect(window.getByText('Nothing to confirm')).toBeVisible()
    expect(await findings(window)).toEqual([])
    await window.getByRole('link', { name: 'Claims', exact: true }).click()
    await window.getByRole('link', { name: /It was known/ }).click()
    await expect(window.getByRole('list', { name: 'Evidence' })).toBeVisible()
    expect(await findings(window)).toEqual([])

    await window.getByRole('button', { name: 'More', exact: true }).click()
    await window.getByRole('menuitem', { name: 'Delete claim' }).click()
    for (const room of ['Trash', 'Backups'] as const) {
      await window.getByRole('button', { name: 'More rooms' }).click()
      await window.getByRole('menuitem', { name: room }).click()
      await window.waitForTimeout(300)
      const list = window.getByRole('listbox', { name: 'Deleted things' })
      if (room === 'Trash') await list.getByRole('option').first().click()
      else {
        await window.locator('.backup-list summary').first().click()
        await window.locator('.backup-list a').first().click()
      }
      await window.waitForTimeout(300)
      expect(await findings(window)).toEqual([])
    }

    for (const room of ['Notes', 'Import report']) {
      await window.getByRole('link', { name: room, exact: true }).click()
      await window.waitForTimeout(300)
      expect(await findings(window)).toEqual([])
    }
  })
}
