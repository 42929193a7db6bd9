/** Whose browser it is now; nobody's before somebody has signed in. */
let owner: string | null = null

/** What was kept before it was said whose it is: nobody can say that any more. */
const ownerless = /^firstline\.(?:draft|runbook|lesson)\./

/**
 * From now on what is kept in this browser, and what was, is this person's.
 * @returns whether it was another's until now
 */
export function belongTo(personId: string): boolean {
  const wasAnothers = owner !== null && owner !== personId
  owner = personId
  forgetOwnerless()
  return wasAnothers
}

/** What was theirs is not in the memory of this page either. */
export function belongToNobody(): void {
  owner = null
  texts.clear()
}

/** Of what one person has written and not sent: a draft follows who wrote it, not the browser. */
export function ownKey(name: string): string {
  return `firstline.of.${owner ?? 'nobody'}.${name}`
}

// Where storage is full or forbidden: as long as the page lives.
const texts = new Map<string, string>()
const listeners = new Set<() => void>()
const writers = new Set<(name: string) => void>()

export function readOwn(name: string): string {
  const key = ownKey(name)
  const text = texts.get(key) ?? stored(key)
  texts.set(key, text)
  return text
}

/** Empty: forgotten. */
export function writeOwn(name: string, text: string): void {
  const key = ownKey(name)
  texts.set(key, text)
  try {
    if (text) localStorage.setItem(key, text)
    else localStorage.removeItem(key)
  } catch {
    // kept in memory, see above
  }
  tell()
  for (const wrote of writers) wrote(name)
}

/** Told of the name of what is written in this tab, and of no other. @returns ends it */
export function onOwnWrite(wrote: (name: string) => void): () => void {
  writers.add(wrote)
  return () => void writers.delete(wrote)
}

/** The names of all that is kept of this person. */
export function ownNames(): string[] {
  const start = ownKey('')
  const names = [...storedKeys(), ...texts.keys()].filter((key) => key.startsWith(start))
  return [...new Set(names)].map((key) => key.slice(start.length))
}

function storedKeys(): string[] {
  try {
    return Object.keys(localStorage)
  } catch {
    return []
  }
}

/** Told of what is written here and in other tabs. @returns ends it */
export function onOwnChange(listener: () => void): () => void {
  if (listeners.size === 0) globalThis.addEventListener('storage', hear)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) globalThis.removeEventListener('storage', hear)
  }
}

function hear({ key, newValue }: StorageEvent): void {
  if (key === null) texts.clear()
  else if (texts.has(key)) texts.set(key, newValue ?? '')
  tell()
}

function tell(): void {
  for (const listener of listeners) listener()
}

function stored(key: string): string {
  try {
    return localStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

function forgetOwnerless(): void {
  for (const key of storedKeys()) if (ownerless.test(key)) localStorage.removeItem(key)
}
