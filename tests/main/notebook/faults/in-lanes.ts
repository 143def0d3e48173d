/** How many things that mostly wait for the drive are done at once. */
export const LANES = 4

/** Do something in each lane. */
export function inLanes<Result>(run: (lane: number) => Promise<Result>): Promise<Result[]> {
  return Promise.all(Array.from({ length: LANES }, (_, lane) => run(lane)))
}
