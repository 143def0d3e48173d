import type { Command } from 'commander'
import type { Collection } from '#shared/notebook.ts'
import { copyEvent } from '../copy-event.ts'
import { readEventId } from '../event-id.ts'
import { findEntries } from '../find-entries.ts'
import { formatCollection, formatCollectionHead, formatCollections } from '../format-collection.ts'
import type { Perform } from '../run-cli.ts'
import type { Answer, Session } from '../session.ts'

const EXAMPLES = `
<collection> is a name or an id.

Examples:
  annals collection create ~/archive "Ceasefires"
  annals collection add ~/archive "Ceasefires" news/2008/06/6/some-headline
  annals collection remark ~/archive "Ceasefires" news/2008/06/6/some-headline "The *first* one"
  annals collection show ~/archive "Ceasefires"`

/** `annals collection <what> <folder> …`; all but `list` answer with the collection. */
export function addCollectionCommand(program: Command, perform: Perform): void {
  const group = program
    .command('collection')
    .description('make, fill and list collections')
    .addHelpText('after', EXAMPLES)

  function performOn(
    folder: string,
    nameOrId: string,
    act: (session: Session, collection: Collection) => Promise<Collection>,
  ): Promise<void> {
    return perform(folder, async (session) => {
      const collection = session.workspace.notebook.findCollection(nameOrId)
      return answerWith(await act(session, collection))
    })
  }

  group
    .command('create <folder> <name>')
    .description('make an empty collection')
    .action((folder: string, name: string) =>
      perform(folder, async ({ workspace }) =>
        answerWith(await workspace.notebook.createCollection(name)),
      ),
    )

  group
    .command('list <folder>')
    .description('list all collections, by name')
    .action((folder: string) =>
      perform(folder, ({ workspace }) => {
        const collections = workspace.notebook.listCollections()
        return Promise.resolve({
          value: collections,
          text: (paint) => formatCollections(collections, paint),
        })
      }),
    )

  group
    .command('show <folder> <collection>')
    .description('print a collection with its remarks')
    .action((folder: string, nameOrId: string) =>
      perform(folder, ({ workspace }) => {
        const collection = workspace.notebook.findCollection(nameOrId)
        return Promise.resolve({
          value: collection,
          text: (paint) => formatCollection(collection, paint),
        })
      }),
    )

  group
    .command('add <folder> <collection> <event-id...>')
    .description('append events that are not in it yet')
    .action((folder: string, nameOrId: string, typedIds: string[]) =>
      performOn(folder, nameOrId, async ({ workspace, ensureImported }, { id }) => {
        await ensureImported()
        const copies = await Promise.all(typedIds.map((typed) => copyEvent(workspace, typed)))
        return await workspace.notebook.addEntries(id, copies)
      }),
    )

  group
    .command('remove <folder> <collection> <event-id...>')
    .description('take events out')
    .action((folder: string, nameOrId: string, typedIds: string[]) =>
      performOn(folder, nameOrId, async ({ workspace }, collection) => {
        const eventIds = typedIds.map((typed) => readEventId(typed, workspace.archive.path))
        const entryIds = findEntries(collection, eventIds)
        return await workspace.notebook.removeEntries(collection.id, entryIds)
      }),
    )

  group
    .command('remark <folder> <collection> <event-id> <text>')
    .description('set the remark on an event, in Markdown; an empty text takes it away')
    .action((folder: string, nameOrId: string, typedId: string, text: string) =>
      performOn(folder, nameOrId, async ({ workspace }, collection) => {
        const eventId = readEventId(typedId, workspace.archive.path)
        const [entryId = ''] = findEntries(collection, [eventId])
        return await workspace.notebook.setRemark(collection.id, entryId, text)
      }),
    )

  group
    .command('introduction <folder> <collection> <text>')
    .description('set the introduction, in Markdown')
    .action((folder: string, nameOrId: string, introduction: string) =>
      performOn(folder, nameOrId, ({ workspace }, { id }) =>
        workspace.notebook.updateCollection(id, { introduction }),
      ),
    )

  group
    .command('rename <folder> <collection> <name>')
    .description('give a collection another name')
    .action((folder: string, nameOrId: string, name: string) =>
      performOn(folder, nameOrId, ({ workspace }, { id }) =>
        workspace.notebook.updateCollection(id, { name }),
      ),
    )

  group
    .command('delete <folder> <collection>')
    .description('put a collection into the trash; its events stay in the archive')
    .action((folder: string, nameOrId: string) =>
      performOn(folder, nameOrId, async ({ workspace }, collection) => {
        await workspace.notebook.deleteCollection(collection.id)
        return collection
      }),
    )
}

/** The collection as it is after a change; a person sees what `show` shows only there. */
function answerWith(collection: Collection): Answer {
  return { value: collection, text: (paint) => formatCollectionHead(collection, paint) }
}
