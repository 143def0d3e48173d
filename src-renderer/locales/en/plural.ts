/** @returns the count with its noun: "1 event", "1,200 events". */
export function plural(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}
