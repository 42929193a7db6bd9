export type Person = { id: string; name: string; email: string }

/** The record a fault struck, and who will complain about it. */
export type Broken = { recordId: string; contact: Person }
