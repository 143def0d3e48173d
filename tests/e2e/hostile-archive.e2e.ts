import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { results } from './steps.ts'

const PAGES = {
  'news/2001/02/3/script-in-a-headline.md': [
    '### [2001-02-3](/news/2001/02/3/index.md)',
    '',
    '# A headline <script>globalThis.broken = 1</script> <img src=x onerror="globalThis.broken = 2">',
    '',
    'A summary with <b onclick="globalThis.broken = 3">markup</b>.',
    '',
    '### Source:',
    '',
    '1. [Bad address](javascript:globalThis.broken=4)',
    '2. [Good address](https://example.org/report)',
    '',
  ].join('\n'),
  'notes/2001-02-04-body.md': [
    '---',
    'title: A page of another kind',
    'date: 2001-02-04',
    '---',
    '',
    'Before <script>globalThis.broken = 5</script> <img src="https://example.org/x.png" onerror="globalThis.broken = 6"> after.',
    '',
    '<style>body { display: none }</style><iframe src="https://example.org/"></iframe>',
    '<form action="https://example.org/"><input name="body"></form>',
    '<a href="javascript:globalThis.broken=7">run</a> <a href="https://example.org/page">outside</a>',
    '<svg><use href="data:image/svg+xml,x"></use><script>globalThis.broken = 8</script></svg>',
    '',
  ].join('\n'),
  'notes/2001-02-05-deep.md': `---\ntitle: A list without end\ndate: 2001-02-05\n---\n\n${Array.from(
    { length: 1000 },
    (_unused, depth) => `${'  '.repeat(depth)}- level ${depth}`,
  ).join('\n')}\n`,
}

test('what a hostile archive holds is shown as text and runs nowhere', async ({
  folder,
  launch,
}) => {
  const archive = join(folder, 'archive')
  for (const [path, text] of Object.entries(PAGES)) {
    await mkdir(dirname(join(archive, path)), { recursive: true })
    await writeFile(join(archive, path), text)
  }
  const { app, window, complaints } = await launch(archive)
  await app.evaluate(({ shell }) => {
    const opened: string[] = []
    ;(globalThis as Record<string, unknown>)['opened'] = opened
    shell.openExternal = (url) => {
      opened.push(url)
      return Promise.resolve()
    }
  })
  const opened = () =>
    app.evaluate(() => (globalThis as Record<string, unknown>)['opened'] as string[])
  const reader = window.getByRole('article')

  await results(window)
    .getByRole('option', { name: /A headline/ })
    .click()
  const headline = reader.getByRole('heading', { level: 1 })
  await expect(headline).toContainText('<script>globalThis.broken = 1</script>')
  await expect(reader).toContainText('<b onclick="globalThis.broken = 3">')
  await expect(reader).toContainText('Bad address')
  const addressOf = (outlet: string) =>
    reader.getByRole('listitem').filter({ hasText: outlet }).getByRole('button')
  await expect(addressOf('Bad address')).toHaveCount(0)
  await addressOf('Good address').click()
  await expect(window.getByText('https://example.org/report')).toBeVisible()
  expect(await opened()).toEqual([])
  await window.keyboard.press('Escape')

  await results(window)
    .getByRole('option', { name: /A page of another kind/ })
    .click()
  await expect(reader).toContainText('Before')
  await expect(reader).toContainText('after.')
  for (const element of ['script', 'img', 'style', 'iframe', 'form', 'input[name=body]', 'use']) {
    await expect(reader.locator(element)).toHaveCount(0)
  }
  await expect(reader.locator('a[href^="javascript:"]')).toHaveCount(0)

  await results(window)
    .getByRole('option', { name: /A list without end/ })
    .click()
  await expect(reader).toContainText('level 500')

  const handlers = await window.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) =>
      element.getAttributeNames().filter((name) => name.startsWith('on')),
    ),
  )
  expect(handlers).toEqual([])
  expect(await window.evaluate(() => 'broken' in globalThis)).toBe(false)
  expect(await opened()).toEqual([])
  // That the policy refused the page's own style while it was taken apart is as it should be.
  expect(complaints.filter((text) => !text.includes('style-src'))).toEqual([])
})
