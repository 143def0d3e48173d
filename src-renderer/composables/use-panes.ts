const PANE = '[data-pane-name]'
const FOCUSABLE = 'button:not(:disabled), a[href], input, [tabindex="0"]'

/**
 * Move the focus to the next or the previous pane. A pane is an element with `data-pane-name`; what
 * takes its focus is the element in it with `data-pane-focus`, else the first that can.
 */
export function focusPane(step: 1 | -1) {
  const panes = [...document.querySelectorAll<HTMLElement>(PANE)].filter(
    (pane) => pane.checkVisibility() && pane.closest('[inert]') === null,
  )
  if (panes.length === 0) return
  const current = panes.findIndex((pane) => pane.contains(document.activeElement))
  const start = current === -1 && step === -1 ? 0 : current
  const pane = panes[(start + step + panes.length) % panes.length]
  const target =
    pane?.querySelector<HTMLElement>('[data-pane-focus]') ??
    pane?.querySelector<HTMLElement>(FOCUSABLE) ??
    pane
  target?.focus()
}
