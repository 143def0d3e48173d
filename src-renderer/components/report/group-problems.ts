import { PROBLEM_CODES, type Problem, type ProblemCode } from '#shared/problem.ts'

/** One row of the list of problems. */
export type ProblemRow =
  | { kind: 'group'; code: ProblemCode; count: number; isOpen: boolean }
  | { kind: 'problem'; problem: Problem }

/** @returns the problems whose path, code or message holds every word typed; case does not matter. */
export function filterProblems(problems: readonly Problem[], typed: string): Problem[] {
  const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return [...problems]
  return problems.filter(({ path, code, message }) => {
    const text = `${path}\n${code}\n${message}`.toLocaleLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/**
 * Problems as rows, grouped by code in the order of the table of codes.
 *
 * @param closed - Groups whose problems are not listed.
 */
export function groupProblems(
  problems: readonly Problem[],
  closed: ReadonlySet<ProblemCode>,
): ProblemRow[] {
  const byCode = Map.groupBy(problems, ({ code }) => code)
  return PROBLEM_CODES.flatMap((code) => {
    const group = byCode.get(code)
    if (!group) return []
    const isOpen = !closed.has(code)
    const rows = isOpen ? group.map((problem): ProblemRow => ({ kind: 'problem', problem })) : []
    return [{ kind: 'group', code, count: group.length, isOpen } as const, ...rows]
  })
}

/** @returns problems as tab-separated lines: code, path, message. */
export function formatProblems(problems: readonly Problem[]): string {
  return problems
    .map(({ code, path, message }) => [code, path, message].map(toCell).join('\t'))
    .join('\n')
}

function toCell(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ')
}
