/** An account as the customer system's directory knows it. */
export type DirectoryEntry = {
  externalId: string
  name: string
  domain: string | null
  /** Only when the person behind the address is known, not just the domain. */
  contactName?: string | null | undefined
}

/** Asks the customer system. @throws Unavailable when it does not answer */
export type Directory = {
  findByEmail(email: string): Promise<DirectoryEntry | null>
  findById(externalId: string): Promise<DirectoryEntry | null>
}

export type NeedsDirectory = { directory: Directory }
