/** The character that ends at an offset of a text; a space where none does. */
export function characterBefore(text: string, endUtf16: number): string {
  return Array.from(text.slice(Math.max(0, endUtf16 - 2), endUtf16)).at(-1) ?? ' '
}
