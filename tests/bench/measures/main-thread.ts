/** Milliseconds of processor time that this thread has used. */
export function threadTimeMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/**
 * Watch how long this thread is kept at a stretch, in its own processor time, so that neither a busy
 * machine nor waiting for the drive counts. It turns the event loop while it watches.
 *
 * @returns stops watching and gives the longest stretch in milliseconds.
 */
export function watchBlocks(): () => number {
  let longestMs = 0
  let lastMs = threadTimeMs()
  let isWatching = true
  function turn(): void {
    const nowMs = threadTimeMs()
    longestMs = Math.max(longestMs, nowMs - lastMs)
    lastMs = nowMs
    if (isWatching) setImmediate(turn)
  }
  setImmediate(turn)
  return () => {
    isWatching = false
    turn()
    return longestMs
  }
}
