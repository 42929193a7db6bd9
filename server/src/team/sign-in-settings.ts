import type { Role } from '@firstline/contract/permissions'

/** What the project says of how people sign in. */
export type SignInSettings = {
  /** Roles that need a passkey or codes. */
  secondFactor: readonly Role[]
  /** Who helps when one cannot sign in. */
  help: string | null
}

export type NeedsSignIn = {
  sources: {
    project: {
      current(): {
        name: string
        support: { address: string; name: string }
        signIn: SignInSettings
      }
    }
  }
}
