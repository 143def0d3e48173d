import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const CLI = fileURLToPath(new URL('../../../src-main/cli.ts', import.meta.url))

export interface Run {
  code: number | null
  stdout: string
  stderr: string
}

/** A folder with an archive and a home of its own; nothing of the machine's user is touched. */
export interface Desk {
  folder: string
  archive: string
  /** Run the command line as it is run by people, in a process of its own. */
  annals(...args: string[]): Promise<Run>
  /** The answer under `--json`. */
  json(...args: string[]): Promise<unknown>
  start(args: string[], env?: Record<string, string>): ReturnType<typeof spawn>
  remove(): Promise<void>
}

export async function createDesk(pages: Record<string, string>): Promise<Desk> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'annals-cli-')))
  const archive = join(folder, 'archive')
  for (const [path, text] of Object.entries(pages)) {
    await mkdir(dirname(join(archive, path)), { recursive: true })
    await writeFile(join(archive, path), text)
  }

  const start: Desk['start'] = (args, env = {}) =>
    spawn(process.execPath, [CLI, ...args, '--home', join(folder, 'home')], {
      env: { PATH: process.env['PATH'], ELECTRON_RUN_AS_NODE: '1', HOME: folder, ...env },
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  const annals: Desk['annals'] = (...args) => finish(start(args))

  return {
    folder,
    archive,
    start,
    annals,
    async json(...args) {
      const { stdout } = await annals(...args, '--json')
      return JSON.parse(stdout) as unknown
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

export async function finish(child: ReturnType<typeof spawn>): Promise<Run> {
  let stdout = ''
  let stderr = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { code, stdout, stderr }
}

export const STRIKE = 'news/1931/05/4/dockers-strike-at-port-vell'
export const ACCORD = 'news/1931/05/9/accord-ends-strike-at-port-vell'
export const ESCAPING = 'news/1931/05/9/escaping'

/** Three events in the form of the archives people have. */
export const PAGES = {
  [`${STRIKE}.md`]: `### [1931-05-4](/news/1931/05/4/index.md)

##### Port Vell
# Dockers strike at Port Vell

Work stopped at noon when the winter wage was refused.

### Sources:
1. [The Courier](https://courier.example/strike) [IMG](https://courier.example/strike.jpg)

### Related:
1. [Accord ends strike at Port Vell ](/${ACCORD}.md) _Context: Port Vell, Dockers’ Union_
`,
  [`${ACCORD}.md`]: `### [1931-05-9](/news/1931/05/9/index.md)

# Accord ends strike at Port Vell

### Sources:
1. [The Courier](https://courier.example/accord)
`,
  [`${ESCAPING}.md`]: `### [1931-05-9](/news/1931/05/9/index.md)

# Bell \u001B[31mrings\u0007 out \u202Eereht

The \u001B]0;title\u0007 text.
`,
}
