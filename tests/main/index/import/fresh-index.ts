import { dumpIndex } from './dump-index.ts'
import { placeIndex, runImport } from './run-import.ts'

type IndexDump = ReturnType<typeof dumpIndex>

/** What an index that grew must be equal to. */
export async function dumpFresh(root: string): Promise<IndexDump> {
  const indexPath = placeIndex()
  await runImport(root, indexPath)
  return dumpIndex(indexPath)
}

/** A relation whose page went keeps the title of the page, not that of the link. */
export function withoutLostTitles({ events, ...rest }: IndexDump): IndexDump {
  const strip = (line: string) => line.replace(/^(\? \S+) .* /u, '$1 ')
  return {
    ...rest,
    events: events.map((event) => ({ ...event, relations: event.relations.map(strip) })),
  }
}
