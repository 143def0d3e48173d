import type { CDPSession, Page } from 'playwright/test'

/** Types by an input method, as Chinese is typed: letters become a composition, which a key ends. */
export interface InputMethod {
  /** Show letters that are not taken yet, in place of those before. */
  compose(letters: string): Promise<void>
  /** Press a key that the input method has for itself. */
  press(key: string): Promise<void>
  /** Take what was composed as this text. */
  take(text: string): Promise<void>
}

/** Type into what has the focus. */
export async function startComposing(window: Page): Promise<InputMethod> {
  const session: CDPSession = await window.context().newCDPSession(window)
  return {
    async compose(text) {
      const { length } = text
      await session.send('Input.imeSetComposition', {
        text,
        selectionStart: length,
        selectionEnd: length,
      })
    },
    async press(key) {
      await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key })
      await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key })
    },
    async take(text) {
      await session.send('Input.insertText', { text })
    },
  }
}
