/** A document of blocks with an empty line between them; empty blocks are left out. */
export function joinBlocks(blocks: string[]): string {
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}
