import { open } from 'node:fs/promises'
import { statOrNull } from './stat-or-null.ts'

const FRONT_MATTER = /^---\n(?:.*\n)*?annals-id: .*\n---\n/

/** Whether a path is a Markdown file that an export of Annals made. Links are not followed. */
export async function isExportedDocument(path: string): Promise<boolean> {
  const present = await statOrNull(path)
  if (!present?.isFile() || !path.endsWith('.md')) return false
  const handle = await open(path, 'r')
  try {
    return FRONT_MATTER.test(await handle.readFile('utf8'))
  } finally {
    await handle.close()
  }
}
