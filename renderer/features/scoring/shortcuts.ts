/** What keys can do on the scoring screen. */
export const ACTIONS = [
  'clear-and-next',
  'clear-rest',
  'next',
  'previous',
  'next-unchecked',
  'next-category',
  'previous-category',
  'first',
  'last',
  'next-clause',
  'previous-clause',
  'next-place',
  'previous-place',
  'digit',
  'more',
  'less',
  'exclude',
  'reset',
  'place',
  'link',
  'keep',
  'reason',
  'note',
  'same-as-last',
  'findings',
  'search',
  'filter',
  'undo',
  'redo',
  'evidence',
  'all-evidence',
  'explain',
  'what-if',
  'focus-mode',
  'seal',
  'help',
] as const
export type Action = (typeof ACTIONS)[number]

export interface Shortcut {
  readonly action: Action
  /** As printed in the help: several keys are alternatives. */
  readonly keys: readonly string[]
  /** A single printable key: can be switched off in the settings. */
  readonly isSingleKey: boolean
  readonly matches: (event: KeyLike) => boolean
}

/** What a shortcut looks at; a KeyboardEvent has it. */
export interface KeyLike {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

const plain = (event: KeyLike) => !event.ctrlKey && !event.metaKey && !event.altKey
const withControl = (event: KeyLike) => (event.ctrlKey || event.metaKey) && !event.altKey
const key =
  (...names: string[]) =>
  (event: KeyLike) =>
    plain(event) && names.includes(event.key)
const unshifted =
  (...names: string[]) =>
  (event: KeyLike) =>
    !event.shiftKey && key(...names)(event)
const shifted = (name: string) => (event: KeyLike) => plain(event) && event.shiftKey && event.key === name
const control = (name: string, isShifted: boolean) => (event: KeyLike) =>
  withControl(event) && event.shiftKey === isShifted && event.key.toLowerCase() === name

function single(action: Action, keys: readonly string[], matches: Shortcut['matches']): Shortcut {
  return { action, keys, isSingleKey: true, matches }
}

function standing(action: Action, keys: readonly string[], matches: Shortcut['matches']): Shortcut {
  return { action, keys, isSingleKey: false, matches }
}

/** Every shortcut of the screen, in the order of the help. The handler and the help read this one table. */
export const SHORTCUTS: readonly Shortcut[] = [
  single('clear-and-next', ['Space'], key(' ')),
  single('clear-rest', ['C'], key('c', 'C')),
  standing('next', ['↓', 'Enter'], unshifted('ArrowDown', 'Enter')),
  standing('previous', ['↑'], unshifted('ArrowUp')),
  single('next-unchecked', ['U'], key('u', 'U')),
  standing('next-category', ['PageDown'], key('PageDown')),
  standing('previous-category', ['PageUp'], key('PageUp')),
  standing('first', ['Home'], key('Home')),
  standing('last', ['End'], key('End')),
  standing('next-clause', ['→'], key('ArrowRight')),
  standing('previous-clause', ['←'], key('ArrowLeft')),
  standing('next-place', ['Shift+↓'], shifted('ArrowDown')),
  standing('previous-place', ['Shift+↑'], shifted('ArrowUp')),
  single('digit', ['0–9'], (event) => plain(event) && /^[0-9]$/.test(event.key)),
  single('more', ['+'], key('+', '=')),
  single('less', ['−'], key('-', '_')),
  single('exclude', ['N'], key('n', 'N')),
  single('reset', ['Backspace'], key('Backspace')),
  single('place', ['P'], key('p', 'P')),
  single('link', ['L'], key('l', 'L')),
  single('keep', ['K'], key('k', 'K')),
  single('reason', ['R'], key('r', 'R')),
  single('note', ['M'], key('m', 'M')),
  single('same-as-last', ['S'], key('s', 'S')),
  single('findings', ['G'], key('g', 'G')),
  single('search', ['/'], key('/')),
  single('filter', ['F'], key('f', 'F')),
  standing('undo', ['Ctrl+Z'], control('z', false)),
  standing(
    'redo',
    ['Ctrl+Y', 'Ctrl+Shift+Z'],
    (event) => control('y', false)(event) || control('z', true)(event),
  ),
  single('evidence', ['V'], unshifted('v', 'V')),
  single('all-evidence', ['Shift+V'], (event) => plain(event) && event.shiftKey && /^v$/i.test(event.key)),
  single('explain', ['E'], key('e', 'E')),
  single('what-if', ['W'], key('w', 'W')),
  single('focus-mode', ['T'], key('t', 'T')),
  standing('seal', ['Ctrl+Enter'], control('enter', false)),
  single('help', ['?'], key('?', '？')),
]

/** The shortcut of a key press, if any. */
export function shortcutOf(event: KeyLike, hasSingleKeys: boolean): Shortcut | undefined {
  return SHORTCUTS.find((one) => (hasSingleKeys || !one.isSingleKey) && one.matches(event))
}
