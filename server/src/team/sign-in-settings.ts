import type { Role } from '@firstline/contract/permissions'

/** What the project says of how people sign in. */
export type SignInSettings = {
  /** Roles that need a passkey or codes. */
  secondFactor: readonly Role[]
  /** Who helps when one cannot sign in. */
  help: string | null
}

/** The project, as far as it says who signs in where and how. */
export type WithSignIn = {
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
