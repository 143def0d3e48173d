/** For an option that may be given several times. */
export function collectValues(value: string, values: string[]): string[] {
  return [...values, value]
}
