/** Wait for all, also where one fails; then throw what the first of them was rejected with. */
export async function settleAll(promises: readonly Promise<void>[]): Promise<void> {
  const results = await Promise.allSettled(promises)
  const failure = results.find((result) => result.status === 'rejected')
  if (failure) throw failure.reason
}
