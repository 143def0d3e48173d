import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SAMPLE_ARCHIVE, expect, test } from './fixtures.ts'

test.describe('the window', () => {
  test('is sandboxed, isolated and without Node', async ({ launch }) => {
    const { app, window } = await launch()
    const preferences = await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]!.webContents
      // Electron keeps this getter out of its types; it is how Electron's own tests read them.
      return (contents as unknown as { getLastWebPreferences(): object }).getLastWebPreferences()
    })
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
    })
    const globals = await window.evaluate(() => ({
      require: typeof (globalThis as Record<string, unknown>)['require'],
      process: typeof (globalThis as Record<string, unknown>)['process'],
      bridge: Object.keys((globalThis as unknown as { annals: object }).annals).sort(),
    }))
    expect(globals).toEqual({
      require: 'undefined',
      process: 'undefined',
      bridge: ['onMessage', 'pathOfFile', 'post'],
    })
  })

  test('runs no script and no style that is not its own', async ({ launch }) => {
    const { window } = await launch()
    const violated = await window.evaluate(async () => {
      const directives: string[] = []
      document.addEventListener('securitypolicyviolation', (event) => {
        directives.push(event.effectiveDirective)
      })
      const inline = document.createElement('script')
      try {
        inline.textContent = 'globalThis.broken = true'
      } catch {
        directives.push('trusted-types')
      }
      document.head.append(inline)
      const style = document.createElement('style')
      style.textContent = 'body { color: red }'
      document.head.append(style)
      const image = document.createElement('img')
      image.src = 'https://example.org/pixel.png'
      document.body.append(image)
      const frame = document.createElement('iframe')
      frame.src = 'https://example.org/'
      document.body.append(frame)
      // Only later: what the test itself evaluates is exempt from the policy, what it leaves is not.
      setTimeout(() => {
        try {
          // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the attack itself
          new Function('globalThis.broken = true')()
        } catch {
          directives.push('eval')
        }
      })
      await new Promise((resolve) => setTimeout(resolve, 300))
      for (const element of [inline, style, image, frame]) element.remove()
      return { directives, broken: 'broken' in globalThis }
    })
    expect(violated.broken).toBe(false)
    for (const directive of ['style-src-elem', 'img-src', 'frame-src', 'eval']) {
      expect(violated.directives).toContain(directive)
    }
  })

  test('stays on its page and opens no other', async ({ launch }) => {
    const { app, window } = await launch()
    const address = window.url()
    await window.evaluate(() => {
      globalThis.open('https://example.org/')
      const link = document.createElement('a')
      link.href = 'https://example.org/'
      link.target = '_blank'
      document.body.append(link)
      link.click()
      link.target = ''
      link.click()
      link.remove()
      location.href = 'file:///etc/passwd'
    })
    await window.waitForTimeout(300)
    expect(window.url()).toBe(address)
    expect(app.windows()).toHaveLength(1)
  })

  test('reaches no server, not even on this machine', async ({ launch }) => {
    let requests = 0
    const server = createServer((_request, response) => {
      requests += 1
      response.end('reached')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    try {
      const { app, window } = await launch()
      const fromWindow = await window.evaluate(
        (url) =>
          fetch(url, { mode: 'no-cors' }).then(
            () => 'reached',
            () => 'refused',
          ),
        address,
      )
      const fromSession = await app.evaluate(
        ({ session }, url) =>
          session.defaultSession.fetch(url).then(
            () => 'reached',
            () => 'refused',
          ),
        address,
      )
      expect([fromWindow, fromSession, requests]).toEqual(['refused', 'refused', 0])
    } finally {
      server.close()
    }
  })

  test('is granted nothing but copying', async ({ launch }) => {
    const { window } = await launch()
    const states = await window.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi'] as const
      const found = await Promise.all(names.map((name) => navigator.permissions.query({ name })))
      return found.map(({ state }) => state)
    })
    expect(new Set(states)).toEqual(new Set(['denied']))
  })

  test('serves the app’s own files and nothing beside them', async ({ launch }) => {
    const { app } = await launch()
    const statuses = await app.evaluate(async ({ session }) => {
      const paths = [
        'index.html',
        '../main/index.js',
        '..%2fmain%2findex.js',
        '%2e%2e/main/index.js',
        '..%5cmain%5cindex.js',
        '/etc/passwd',
        'assets/',
        'index.html%00.js',
      ]
      const answers: number[] = []
      for (const path of paths) {
        const answer = await session.defaultSession.fetch(`annals://app/${path}`)
        answers.push(answer.status)
      }
      return answers
    })
    expect(statuses).toEqual([200, 404, 404, 404, 404, 404, 404, 404])
  })
})

test.describe('a call', () => {
  test('of a name that is no call, or with arguments that are none, is refused', async ({
    launch,
  }) => {
    const { window } = await launch(SAMPLE_ARCHIVE)
    const replies = await window.evaluate(async () => {
      const { annals } = globalThis as unknown as {
        annals: { post(message: unknown): void; onMessage(listener: (m: unknown) => void): void }
      }
      const answers = new Map<string, unknown>()
      annals.onMessage((message) => {
        const answer = message as { i?: string; t?: string; r?: unknown; e?: unknown }
        if (answer.t === 's' && answer.i?.startsWith('test-')) {
          answers.set(answer.i, answer.e ?? answer.r)
        }
      })
      const call = (i: string, m: string, a: unknown[]) => annals.post({ t: 'q', i, m, a })
      call('test-1', 'constructor', [])
      call('test-2', '__proto__', [])
      call('test-3', 'search', [{ query: 1 }])
      call('test-4', 'openExternal', ['file:///etc/passwd'])
      call('test-5', 'openExternal', ['javascript:alert(1)'])
      await new Promise((resolve) => setTimeout(resolve, 500))
      return [...answers].map(([id, answer]) => [id, JSON.stringify(answer ?? null)])
    })
    const byId = Object.fromEntries(replies) as Record<string, string>
    expect(byId['test-3']).toContain('ARGUMENT_INVALID')
    expect(byId['test-4']).toContain('LINK_NOT_ALLOWED')
    expect(byId['test-5']).toContain('LINK_NOT_ALLOWED')
    for (const id of ['test-1', 'test-2']) expect(byId[id] ?? 'null').not.toContain('"ok":true')
  })
})
