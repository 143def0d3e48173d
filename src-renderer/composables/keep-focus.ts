/** What is deleted is taken away once the notebook has told so; more than a second is not waited. */
const MOST_FRAMES = 60

/**
 * Delete something, and let the pane it stood in have the focus where that goes with it.
 *
 * @param element - What stands for it; `null` where nothing does.
 */
export async function keepFocus(
  element: Element | null | undefined,
  remove: () => Promise<unknown>,
): Promise<void> {
  const pane = element?.closest<HTMLElement>('[data-pane-name]')
  await remove()
  for (let frame = 0; element?.isConnected && frame < MOST_FRAMES; frame += 1) {
    await new Promise(requestAnimationFrame)
  }
  if (document.activeElement !== document.body) return
  const heir = pane?.querySelector<HTMLElement>('[data-pane-focus]') ?? pane
  heir?.focus({ preventScroll: true })
}
