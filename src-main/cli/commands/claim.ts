import { Argument, type Command, Option } from 'commander'
import { resolve } from 'node:path'
import {
  CLAIM_TABLE_FORMATS,
  type Claim,
  type ClaimTableFormat,
  STANCES,
  type Stance,
} from '#shared/claim.ts'
import { findEvidence } from '../find-evidence.ts'
import { formatClaim, formatClaimHead, formatClaims, formatEvidenceCount } from '../format-claim.ts'
import type { Perform } from '../run-cli.ts'
import type { Answer, Session } from '../session.ts'

const EXAMPLES = `
<claim> is a statement or an id; <annotation-id> is what “annals annotations” prints.

Examples:
  annals claim create ~/archive "Talks resumed because of fuel aid"
  annals claim add ~/archive "Talks resumed because of fuel aid" 7fd68c54-2c16-4370-aff8-fda6bf6da93a
  annals claim export ~/archive "Talks resumed because of fuel aid" --format csv --out evidence.csv`

/** `annals claim <what> <folder> …`; all but `list` and `export` answer with the claim. */
export function addClaimCommand(program: Command, perform: Perform): void {
  const group = program
    .command('claim')
    .description('make claims, and collect what speaks for and against them')
    .addHelpText('after', EXAMPLES)

  function performOn(
    folder: string,
    nameOrId: string,
    act: (session: Session, claim: Claim) => Promise<Claim>,
  ): Promise<void> {
    return perform(folder, async (session) => {
      const claim = session.workspace.notebook.findClaim(nameOrId)
      return answerWith(await act(session, claim))
    })
  }

  group
    .command('create <folder> <statement>')
    .description('make a claim without evidence')
    .action((folder: string, statement: string) =>
      perform(folder, async ({ workspace }) =>
        answerWith(await workspace.notebook.createClaim(statement)),
      ),
    )

  group
    .command('list <folder>')
    .description('list all claims, by name')
    .action((folder: string) =>
      perform(folder, ({ workspace }) => {
        const claims = workspace.notebook.listClaims()
        return Promise.resolve({ value: claims, text: (paint) => formatClaims(claims, paint) })
      }),
    )

  group
    .command('show <folder> <claim>')
    .description('print a claim with its evidence')
    .action((folder: string, nameOrId: string) =>
      perform(folder, ({ workspace }) => {
        const claim = workspace.notebook.findClaim(nameOrId)
        return Promise.resolve({ value: claim, text: (paint) => formatClaim(claim, paint) })
      }),
    )

  group
    .command('add <folder> <claim> <annotation-id...>')
    .description('add annotations as evidence; those that are evidence already take the stance')
    .addOption(new Option('--stance <stance>').choices(STANCES).default('supports'))
    .action(
      (folder: string, nameOrId: string, annotationIds: string[], { stance }: { stance: Stance }) =>
        performOn(folder, nameOrId, async ({ workspace, ensureImported }, { id }) => {
          await ensureImported()
          return await workspace.claims.addEvidence(id, annotationIds, stance)
        }),
    )

  group
    .command('stance <folder> <claim> <annotation-id>')
    .description('say what a piece of evidence does to the claim')
    .addArgument(new Argument('<stance>').choices(STANCES))
    .action((folder: string, nameOrId: string, annotationId: string, stance: Stance) =>
      performOn(folder, nameOrId, ({ workspace }, claim) => {
        const [evidenceId = ''] = findEvidence(claim, [annotationId])
        return workspace.notebook.updateEvidence(claim.id, evidenceId, { stance })
      }),
    )

  group
    .command('remark <folder> <claim> <annotation-id> <text>')
    .description('set the remark on a piece of evidence, in Markdown; an empty text takes it away')
    .action((folder: string, nameOrId: string, annotationId: string, remark: string) =>
      performOn(folder, nameOrId, ({ workspace }, claim) => {
        const [evidenceId = ''] = findEvidence(claim, [annotationId])
        return workspace.notebook.updateEvidence(claim.id, evidenceId, { remark })
      }),
    )

  group
    .command('remove <folder> <claim> <annotation-id...>')
    .description('take evidence out; the annotations stay')
    .action((folder: string, nameOrId: string, annotationIds: string[]) =>
      performOn(folder, nameOrId, ({ workspace }, claim) =>
        workspace.notebook.removeEvidence(claim.id, findEvidence(claim, annotationIds)),
      ),
    )

  group
    .command('verdict <folder> <claim> <text>')
    .description('set the verdict, in Markdown')
    .action((folder: string, nameOrId: string, verdict: string) =>
      performOn(folder, nameOrId, ({ workspace }, { id }) =>
        workspace.notebook.updateClaim(id, { verdict }),
      ),
    )

  group
    .command('rename <folder> <claim> <statement>')
    .description('word a claim differently')
    .action((folder: string, nameOrId: string, name: string) =>
      performOn(folder, nameOrId, ({ workspace }, { id }) =>
        workspace.notebook.updateClaim(id, { name }),
      ),
    )

  group
    .command('delete <folder> <claim>')
    .description('delete a claim; its annotations stay')
    .action((folder: string, nameOrId: string) =>
      performOn(folder, nameOrId, async ({ workspace }, claim) => {
        await workspace.notebook.deleteClaim(claim.id)
        return claim
      }),
    )

  group
    .command('export <folder> <claim>')
    .description('write the evidence as a table, in order of time')
    .addOption(new Option('--format <format>').choices(CLAIM_TABLE_FORMATS).default('markdown'))
    .requiredOption('--out <path>', 'the file to write')
    .option('--replace', 'replace the file where there is one')
    .action(
      (
        folder: string,
        nameOrId: string,
        options: { format: ClaimTableFormat; out: string; replace?: true },
      ) =>
        perform(folder, async ({ workspace }) => {
          const { id } = workspace.notebook.findClaim(nameOrId)
          const { format, out, replace = false } = options
          const { files, entries } = await workspace.claims.write(id, format, resolve(out), replace)
          return {
            value: { files, entries },
            text: (paint) =>
              [...files, paint('good', `${formatEvidenceCount(entries)} exported`)].join('\n'),
          }
        }),
    )
}

/** The claim as it is after a change; a person sees what `show` shows only there. */
function answerWith(claim: Claim): Answer {
  return { value: claim, text: (paint) => formatClaimHead(claim, paint) }
}
