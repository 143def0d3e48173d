import { type Command, Option } from 'commander'
import type { SavedSearchSummary } from '#shared/saved-search.ts'
import { SEARCH_SORTS, type SearchSort } from '#shared/search.ts'
import { formatNews, formatSavedSearch, formatSavedSearches } from '../format-saved-search.ts'
import type { Perform } from '../run-cli.ts'
import type { Answer } from '../session.ts'

const EXAMPLES = `
<search> is a name or an id.

Examples:
  annals saved-search create ~/archive "Fuel aid" '"fuel aid" entity:"North Korea"'
  annals saved-search news ~/archive "Fuel aid"      what is new, gone or changed since
  annals saved-search seen ~/archive "Fuel aid"      from now on, since today`

/** `annals saved-search <what> <folder> …` */
export function addSavedSearchCommand(program: Command, perform: Perform): void {
  const group = program
    .command('saved-search')
    .description('keep questions, and see what is new since')
    .addHelpText('after', EXAMPLES)

  group
    .command('list <folder>')
    .description('list all saved searches, by name')
    .action((folder: string) =>
      perform(folder, ({ workspace }) => {
        const searches = workspace.notebook.listSavedSearches()
        return Promise.resolve({
          value: searches,
          text: (paint) => formatSavedSearches(searches, paint),
        })
      }),
    )

  group
    .command('create <folder> <name> <query...>')
    .description('keep a question, with what it finds now')
    .addOption(new Option('--sort <order>', 'its order').choices(SEARCH_SORTS).default('date'))
    .action((folder: string, name: string, words: string[], { sort }: { sort: SearchSort }) =>
      perform(folder, async ({ workspace, ensureImported }) => {
        await ensureImported()
        const question = { name, query: words.join(' '), sort, isFolded: false }
        return answerWith(await workspace.savedSearches.create(question))
      }),
    )

  group
    .command('news <folder> <search>')
    .description('list what is new, gone or changed since it was last looked at')
    .action((folder: string, nameOrId: string) =>
      perform(folder, async ({ workspace, ensureImported }) => {
        await ensureImported()
        const { id } = workspace.notebook.findSavedSearch(nameOrId)
        const search = workspace.savedSearches.get(id)
        const news = await workspace.savedSearches.compare(id)
        return { value: news, text: (paint) => formatNews(search, news, paint) }
      }),
    )

  group
    .command('seen <folder> <search>')
    .description('record what it finds now as looked at')
    .action((folder: string, nameOrId: string) =>
      perform(folder, async ({ workspace, ensureImported }) => {
        await ensureImported()
        const { id } = workspace.notebook.findSavedSearch(nameOrId)
        return answerWith(await workspace.savedSearches.markSeen(id))
      }),
    )

  group
    .command('delete <folder> <search>')
    .description('put a saved search into the trash')
    .action((folder: string, nameOrId: string) =>
      perform(folder, async ({ workspace }) => {
        const { id } = workspace.notebook.findSavedSearch(nameOrId)
        const search = workspace.savedSearches.get(id)
        await workspace.notebook.deleteSavedSearch(id)
        return answerWith(search)
      }),
    )
}

function answerWith(search: SavedSearchSummary): Answer {
  return { value: search, text: (paint) => formatSavedSearch(search, paint) }
}
