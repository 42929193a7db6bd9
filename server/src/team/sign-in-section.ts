import { maybe, told } from '@firstline/contract/formats/form'
import { text } from '@firstline/contract/formats/values'
import { roles } from '@firstline/contract/permissions'
import type { Role } from '@firstline/contract/permissions'
import { z } from 'zod'

/** What the project says of how people sign in. */
export type SignInSettings = {
  /** Roles that need a passkey or codes. */
  secondFactor: readonly Role[]
  /** Who helps when one cannot sign in. */
  help: string | null
}

declare module '#server/project/project.ts' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface is added to
  interface Project {
    signIn: SignInSettings
  }
}

/** The section `sign_in`. */
export const signInForm = told(
  z.strictObject({
    second_factor: maybe(
      z.array(z.enum(roles)).meta({ uniqueItems: true }),
      'Roles that need a passkey or codes of an authenticator app beside the password. Who lacks one sets it up at the next sign-in and can do nothing else before.',
      ['admin', 'lead'],
    ),
    help: maybe(
      text.max(300),
      'Who helps when one cannot sign in; shown on the sign-in page to everybody.',
      'Call IT on 4711, or ask Lena Maurer.',
    ),
  }),
  'How people sign in.',
)

export function compileSignIn(said: z.infer<typeof signInForm> = {}): SignInSettings {
  return { secondFactor: said.second_factor ?? [], help: said.help ?? null }
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
