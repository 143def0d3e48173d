import { describe, expect, it } from 'vitest'
import { COMMANDS, describeKeys } from '../../../src-renderer/stores/command-table.ts'

describe('COMMANDS', () => {
  it('gives no key to two commands', () => {
    const keys = Object.values(COMMANDS).flatMap((command) => command.keys)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('lets no single letter work while text is written', () => {
    const letters = Object.values(COMMANDS).filter(({ keys }) =>
      keys.some((key) => key.length === 1),
    )
    expect(letters.length).toBeGreaterThan(0)
    expect(letters.every(({ inText }) => inText !== true)).toBe(true)
  })
})

describe('describeKeys', () => {
  it('names keys as they stand on the keyboard', () => {
    expect(describeKeys('redo', 'linux')).toBe('Ctrl Shift Z')
    expect(describeKeys('redo', 'darwin')).toBe('⌘ ⇧ Z')
    expect(describeKeys('go-back', 'win32')).toBe('Alt ←')
  })

  it('leaves out keys that only some keyboards need', () => {
    expect(describeKeys('search', 'linux')).toBe('/')
    expect(describeKeys('toggle-reader', 'linux')).toBe('Ctrl Alt B')
  })

  it('is null for a command without keys', () => {
    expect(describeKeys('close-archive', 'linux')).toBeNull()
  })
})
