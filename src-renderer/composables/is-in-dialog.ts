const DIALOG = '[role="dialog"], [role="alertdialog"]'

/** Whether the focus is in a dialog, which keeps it until it is closed. */
export function isInDialog(): boolean {
  return (document.activeElement?.closest(DIALOG) ?? null) !== null
}
