import { matchesKeys } from './keys.ts'

export type Hotkey = {
  /** "j", "?", "shift+enter", "mod+k" */
  keys: string
  /** What it does, as the "?" sheet says it. */
  label: string
  /** The heading it stands under there. */
  group?: string
  isDisabled?: boolean
  /** Answers before others of the same keys, however late they came: what is chosen before what is open. */
  isFirst?: boolean
  run: () => void
}

type Registration = {
  layer: symbol
  hotkeys: readonly Hotkey[]
}

export const pageLayer = Symbol('page')

// What opened last answers: a dialog's keys hide the page's.
let layers: readonly symbol[] = [pageLayer]
let registrations: readonly Registration[] = []
const listeners = new Set<() => void>()

export function openLayer(layer: symbol): () => void {
  layers = [...layers, layer]
  return () => {
    layers = layers.filter((other) => other !== layer)
  }
}

export function register(registration: Registration): () => void {
  if (registrations.length === 0) document.addEventListener('keydown', answer)
  change([...registrations, registration])
  return () => {
    change(registrations.filter((other) => other !== registration))
    if (registrations.length === 0) document.removeEventListener('keydown', answer)
  }
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function currentRegistrations(): readonly Registration[] {
  return registrations
}

function change(next: readonly Registration[]): void {
  registrations = next
  for (const listener of listeners) listener()
}

function answer(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return
  const hotkey = answering(
    registrations
      .filter(({ layer }) => layer === layers.at(-1))
      .flatMap(({ hotkeys }) => hotkeys)
      .filter(({ keys, isDisabled }) => !isDisabled && matchesKeys(event, keys)),
  )
  if (!hotkey) return
  if (isTyping(event.target) && !hotkey.keys.includes('mod+')) return
  event.preventDefault()
  hotkey.run()
}

/** Of several that have the same keys the one that came last. */
export function answering(hotkeys: readonly Hotkey[]): Hotkey | undefined {
  return hotkeys.findLast(({ isFirst }) => isFirst) ?? hotkeys.at(-1)
}

/** Where a letter is text, or picks an option. */
const takesLetters =
  'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]:not([contenteditable=false]), [role=listbox], [role=menu], [role=textbox]'

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(takesLetters) !== null
}
