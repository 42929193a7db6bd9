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

export function belongToNobody(): void {
  owner = null
}

/** Of what one person has written and not sent: a draft follows who wrote it, not the browser. */
export function ownKey(name: string): string {
  return `firstline.of.${owner ?? 'nobody'}.${name}`
}

function forgetOwnerless(): void {
  try {
    const keys = Object.keys(localStorage).filter((key) => ownerless.test(key))
    for (const key of keys) localStorage.removeItem(key)
  } catch {
    // storage is forbidden: nothing was kept in it
  }
}
