import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { auditTree } from './audit-tree.ts'
import { SAMPLE_ARCHIVE, expect, test } from './fixtures.ts'
import { results } from './steps.ts'

/** What axe and a screen reader find wrong, a line each. Electron has no second page for axe's newer mode. */
async function findings(window: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode(true).analyze()
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`,
    ),
  )
  return [...found, ...(await auditTree(window))]
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

    for (const room of ['Notes', 'Collections', 'Searches', 'Import report']) {
      await window.getByRole('link', { name: room, exact: true }).click()
      await window.waitForTimeout(300)
      expect(await findings(window)).toEqual([])
    }
  })
}

/** Where the keyboard would go on; the focus is lost where it is the body. */
async function expectFocus(window: Page): Promise<void> {
  await window.waitForTimeout(300)
  expect(await window.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY')
}

test('the focus is never lost with what is deleted or closed', async ({ launch }) => {
  const { window } = await launch(SAMPLE_ARCHIVE)
  await results(window).getByRole('option').nth(1).click()
  const reader = window.getByRole('region', { name: 'Reader' })
  await expect(reader.getByRole('heading', { level: 1 })).toBeVisible()
  for (const note of ['First', 'Second']) {
    await window.keyboard.press('n')
    await reader.getByRole('textbox', { name: 'Note, in Markdown' }).fill(note)
    await window.keyboard.press('Escape')
    await expectFocus(window)
  }
  await reader.getByRole('button', { name: 'Delete note' }).first().click()
  await expect(reader.getByRole('button', { name: 'Delete note' })).toHaveCount(1)
  await expectFocus(window)
  await window.keyboard.press('c')
  await window.getByRole('textbox', { name: 'Find or name a collection' }).fill('Landings')
  await window.keyboard.press('Enter')
  await expectFocus(window)

  await window.getByRole('link', { name: 'Collections', exact: true }).click()
  await window.getByRole('link', { name: /Landings/ }).click()
  await window.getByRole('button', { name: 'Remove from the collection' }).click()
  await expect(window.getByRole('list', { name: 'Events of the collection' })).toBeHidden()
  await expectFocus(window)
  await window.getByRole('button', { name: 'More', exact: true }).click()
  await window.getByRole('menuitem', { name: 'Delete collection' }).click()
  await expect(window.getByRole('link', { name: /Landings/ })).toBeHidden()
  await expectFocus(window)

  await window.getByRole('link', { name: 'Notes', exact: true }).click()
  const notes = window.getByRole('listbox', { name: 'Your notes' })
  await notes.getByRole('option').first().click()
  await window.getByRole('button', { name: 'Evidence…' }).click()
  await window.getByRole('textbox', { name: 'Find or state a claim' }).fill('It was known')
  await window.keyboard.press('Enter')
  await expectFocus(window)
  await notes.getByRole('option').first().click()
  await window.keyboard.press('Delete')
  await expect(notes.getByRole('option')).toHaveCount(0)
  await expectFocus(window)

  await window.getByRole('link', { name: 'Claims', exact: true }).click()
  await window.getByRole('link', { name: /It was known/ }).click()
  await window.getByRole('button', { name: 'More', exact: true }).click()
  await window.getByRole('menuitem', { name: 'Delete claim' }).click()
  await expect(window.getByRole('link', { name: /It was known/ })).toBeHidden()
  await expectFocus(window)

  await window.getByRole('button', { name: 'More rooms' }).click()
  await window.getByRole('menuitem', { name: 'Trash' }).click()
  const trash = window.getByRole('listbox', { name: 'Deleted things' })
  await trash.getByRole('option').first().click()
  await window.getByRole('button', { name: 'Restore' }).click()
  await expectFocus(window)
})
