/** @returns a text with case and accents levelled, to compare what is typed with what is kept. */
export function foldText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase()
}
