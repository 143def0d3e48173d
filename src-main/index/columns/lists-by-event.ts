/** A list of numbers per event: those of an ordinal are `values[starts[o]]` up to `values[starts[o + 1]]`. */
export interface ListsByEvent {
  /** One more than there are events. */
  starts: Uint32Array
  values: Uint32Array
}

/** Turn lists around: who has each value. @param count - Values are below it. */
export function invertLists({ starts, values }: ListsByEvent, count: number): ListsByEvent {
  const ends = new Uint32Array(count + 1)
  for (const value of values) ends[value + 1] = (ends[value + 1] ?? 0) + 1
  for (let value = 0; value < count; value++) {
    ends[value + 1] = (ends[value + 1] ?? 0) + (ends[value] ?? 0)
  }
  const inverseStarts = ends.slice()
  const owners = new Uint32Array(values.length)
  for (let owner = 0; owner + 1 < starts.length; owner++) {
    for (let at = starts[owner] ?? 0; at < (starts[owner + 1] ?? 0); at++) {
      const value = values[at] ?? 0
      const place = ends[value] ?? 0
      owners[place] = owner
      ends[value] = place + 1
    }
  }
  return { starts: inverseStarts, values: owners }
}
