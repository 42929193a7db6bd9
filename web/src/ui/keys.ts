/** `mod` is ⌘ on Apple systems and Ctrl elsewhere. */
const isApple = /Mac|iPhone|iPad/.test(navigator.platform)

const signs = new Map([
  ['enter', '↵'],
  ['shift', '⇧'],
  ['escape', 'Esc'],
  ['arrowup', '↑'],
  ['arrowdown', '↓'],
  ['mod', isApple ? '⌘' : 'Ctrl '],
  ['alt', isApple ? '⌥' : 'Alt '],
])

/** "mod+shift+k" as a person reads it: ⌘⇧K. */
export function describeKeys(keys: string): string {
  return keys
    .toLowerCase()
    .split('+')
    .map((key) => signs.get(key) ?? key.toUpperCase())
    .join('')
}

/** "mod+k" in the words of `aria-keyshortcuts`: Meta+K. */
export function ariaKeys(keys: string): string {
  return keys
    .toLowerCase()
    .split('+')
    .map((key) =>
      key === 'mod' ? (isApple ? 'Meta' : 'Control') : key[0]?.toUpperCase() + key.slice(1),
    )
    .join('+')
}

export function matchesKeys(event: KeyboardEvent, keys: string): boolean {
  const wanted = keys.toLowerCase().split('+')
  const key = wanted.at(-1)
  const isSign = key?.length === 1 && !/[a-z0-9]/.test(key) // Shift is how one types "?"
  return (
    event.key.toLowerCase() === key &&
    (isApple ? event.metaKey : event.ctrlKey) === wanted.includes('mod') &&
    event.altKey === wanted.includes('alt') &&
    (isSign || event.shiftKey === wanted.includes('shift')) &&
    !(isApple ? event.ctrlKey : event.metaKey)
  )
}
