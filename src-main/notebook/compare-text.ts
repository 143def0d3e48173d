/** Order of two texts by code unit, for what a program compares: ids, dates, moments. */
export function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}
