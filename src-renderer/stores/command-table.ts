import type { MenuCommand } from '#shared/contract.ts'

/** Where a command belongs in the table of shortcuts, in its order. */
export const COMMAND_GROUPS = ['anywhere', 'results', 'notes', 'event', 'words'] as const

export type CommandGroup = (typeof COMMAND_GROUPS)[number]

/** What a command is, before anybody carries it out. */
export interface CommandDefinition {
  group: CommandGroup
  /** Keys in the notation of tinykeys; the first is the one shown. */
  keys: readonly string[]
  /** Whether the keys also work while text is written. */
  inText?: boolean
  /** Whether the element with the focus hears the keys itself. */
  isLocal?: boolean
}

/** Commands of the window alone. */
type WindowCommand =
  | 'next-row'
  | 'previous-row'
  | 'open-row'
  | 'mark-row'
  | 'extend-rows'
  | 'select-all'
  | 'next-event'
  | 'previous-event'
  | 'toggle-ways'
  | 'toggle-reader'
  | 'next-pane'
  | 'previous-pane'
  | 'copy-citation'
  | 'select-words'
  | 'highlight-words'
  | 'highlight-yellow'
  | 'highlight-green'
  | 'highlight-blue'
  | 'highlight-pink'
  | 'highlight-purple'
  | 'highlight-orange'
  | 'annotate-words'
  | 'tag-words'
  | 'quote-words'
  | 'claim-words'
  | 'next-mark'
  | 'previous-mark'
  | 'delete-notes'
  | 'confirm-mark'
  | 'keep-as-note'
  | 'rename'

export type CommandId = MenuCommand | WindowCommand

/** Every command with its keys. */
export const COMMANDS: Record<CommandId, CommandDefinition> = {
  search: { group: 'anywhere', keys: ['[Shift]+/', '$mod+Shift+f'], inText: false },
  'open-archive': { group: 'anywhere', keys: ['$mod+o'], inText: true },
  'close-archive': { group: 'anywhere', keys: [] },
  'go-back': { group: 'anywhere', keys: ['Alt+ArrowLeft'], inText: true },
  'go-forward': { group: 'anywhere', keys: ['Alt+ArrowRight'], inText: true },
  undo: { group: 'anywhere', keys: ['$mod+z'] },
  redo: { group: 'anywhere', keys: ['$mod+Shift+z', '$mod+y'] },
  'new-collection': { group: 'anywhere', keys: ['$mod+Shift+n'], inText: true },
  'new-claim': { group: 'anywhere', keys: ['$mod+Shift+e'], inText: true },
  notes: { group: 'anywhere', keys: ['$mod+Shift+l'], inText: true },
  claims: { group: 'anywhere', keys: [] },
  trash: { group: 'anywhere', keys: [] },
  backups: { group: 'anywhere', keys: [] },
  'save-search': { group: 'anywhere', keys: ['$mod+s'], inText: true },
  'import-report': { group: 'anywhere', keys: [] },
  changes: { group: 'anywhere', keys: [] },
  'next-pane': { group: 'anywhere', keys: ['F6'], inText: true },
  'previous-pane': { group: 'anywhere', keys: ['Shift+F6'], inText: true },
  'toggle-ways': { group: 'anywhere', keys: ['$mod+b'], inText: true },
  'toggle-reader': { group: 'anywhere', keys: ['$mod+Alt+KeyB'], inText: true },
  'show-shortcuts': { group: 'anywhere', keys: ['[Shift]+?'] },
  'next-row': { group: 'results', keys: ['j'] },
  'previous-row': { group: 'results', keys: ['k'] },
  'open-row': { group: 'results', keys: ['Enter'], isLocal: true },
  'mark-row': { group: 'results', keys: ['Space'], isLocal: true },
  'extend-rows': { group: 'results', keys: ['Shift+ArrowDown'], isLocal: true },
  'select-all': { group: 'results', keys: ['$mod+a'] },
  'delete-notes': { group: 'notes', keys: ['Delete'], isLocal: true },
  'confirm-mark': { group: 'notes', keys: ['$mod+Enter'], isLocal: true },
  'keep-as-note': { group: 'notes', keys: ['Alt+Enter'], isLocal: true },
  rename: { group: 'notes', keys: ['F2'], isLocal: true },
  'next-event': { group: 'event', keys: ['Alt+ArrowDown'] },
  'previous-event': { group: 'event', keys: ['Alt+ArrowUp'] },
  'new-note': { group: 'event', keys: ['n'] },
  'add-to-collection': { group: 'event', keys: ['c'] },
  'copy-citation': { group: 'event', keys: ['$mod+Shift+c'] },
  'next-mark': { group: 'event', keys: ['BracketRight'] },
  'previous-mark': { group: 'event', keys: ['BracketLeft'] },
  'select-words': { group: 'event', keys: ['v'] },
  'highlight-words': { group: 'words', keys: ['h'] },
  'annotate-words': { group: 'words', keys: ['a'] },
  'tag-words': { group: 'words', keys: ['t'] },
  'quote-words': { group: 'words', keys: ['q'] },
  'claim-words': { group: 'words', keys: ['e'] },
  'highlight-yellow': { group: 'words', keys: ['Digit1'] },
  'highlight-green': { group: 'words', keys: ['Digit2'] },
  'highlight-blue': { group: 'words', keys: ['Digit3'] },
  'highlight-pink': { group: 'words', keys: ['Digit4'] },
  'highlight-purple': { group: 'words', keys: ['Digit5'] },
  'highlight-orange': { group: 'words', keys: ['Digit6'] },
}

const SYMBOLS: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  BracketLeft: '[',
  BracketRight: ']',
}

/** @returns keys as a person reads them ("Ctrl Shift Z"), or `null` where a command has none. */
export function describeKeys(id: CommandId, platform: string): string | null {
  const [keys] = COMMANDS[id].keys
  if (keys === undefined) return null
  const isMac = platform === 'darwin'
  const names: Record<string, string> = isMac
    ? { $mod: '⌘', Shift: '⇧', Alt: '⌥' }
    : { $mod: 'Ctrl', Shift: 'Shift', Alt: 'Alt' }
  return keys
    .replace(/\[\w+\]\+/g, '')
    .split('+')
    .map((key) => names[key] ?? SYMBOLS[key] ?? nameKey(key))
    .join(' ')
}

function nameKey(key: string): string {
  const letter = key.replace(/^(?:Key|Digit)/, '')
  return letter.length === 1 ? letter.toUpperCase() : letter
}
