/** The footnotes of one document, numbered as they are first cited. */
export interface Footnotes {
  /** @param definition - One line of Markdown. @returns the mark, `[^3]`. */
  cite(definition: string): string
  /** All definitions, a line each; empty where nothing was cited. */
  format(): string
}

/** @param isTaken - Whether the researcher's own Markdown uses a number. */
export function createFootnotes(isTaken: (number: number) => boolean): Footnotes {
  const numbers = new Map<string, number>()
  let latest = 0

  function nextNumber(): number {
    do latest++
    while (isTaken(latest))
    return latest
  }

  return {
    cite(definition) {
      const number = numbers.get(definition) ?? nextNumber()
      numbers.set(definition, number)
      return `[^${number}]`
    },
    format: () =>
      [...numbers].map(([definition, number]) => `[^${number}]: ${definition}`).join('\n'),
  }
}
