import { described, matching, maybe } from '@firstline/contract/formats/form'
import { text } from '@firstline/contract/formats/values'
import { roles } from '@firstline/contract/permissions'
import type { Role } from '@firstline/contract/permissions'
import { z } from 'zod'
import { sentence } from '#server/core/sentence.ts'
import { problem } from '#server/project/project-document.ts'
import type { FileProblem, LoadedFile } from '#server/project/project-document.ts'
import { compileProviders, providerProblems, providersForm } from './providers/provider-section.ts'
import type { Provider } from './providers/provider-section.ts'

/** What the project says of how people sign in. */
export type SignInSettings = {
  /** Roles that need a passkey or codes. */
  secondFactor: readonly Role[]
  /** Who helps when one cannot sign in. */
  help: string | null
  /** In the order of their buttons. */
  providers: readonly Provider[]
  /** Whose password and passkeys open the desk, in small letters; null: everybody's. */
  passwordOnlyFor: readonly string[] | null
}

declare module '#server/project/project.ts' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface is added to
  interface Project {
    signIn: SignInSettings
  }
}

/** The section `sign_in`. */
export const signInForm = described(
  z.strictObject({
    second_factor: maybe(
      z.array(z.enum(roles)).meta({ uniqueItems: true }),
      'Roles that need a passkey or codes of an authenticator app beside the password. Who lacks one sets it up at the next sign-in and can do nothing else before. Of who comes in by an identity provider, the provider asks for it.',
      ['admin', 'lead'],
    ),
    help: maybe(
      text.max(300),
      'Who helps when one cannot sign in; shown on the sign-in page to everybody.',
      'Call IT on 4711, or ask Lena Maurer.',
    ),
    providers: maybe(
      providersForm,
      'Identity providers (OpenID Connect) that people sign in by: Keycloak, Entra ID, Okta, Google and others.',
    ),
    password_only_for: maybe(
      z
        .array(matching('^[^@\\s]+@[^@\\s]+$', 'must be a mail address'))
        .max(50)
        .meta({ uniqueItems: true }),
      'Only these addresses sign in by a password or a passkey, everybody else by a provider; an empty list: nobody. Unless told everybody may.',
      ['emergency@acme.example'],
    ),
  }),
  'How people sign in.',
)

/** What a schema cannot say. */
export function signInProblems(
  file: LoadedFile,
  said: z.infer<typeof signInForm> = {},
): FileProblem[] {
  const isClosed = said.password_only_for && (said.providers ?? []).length === 0
  return [
    ...providerProblems(file, said.providers),
    ...(isClosed
      ? [
          problem(
            file.lineOf(['sign_in', 'password_only_for']),
            sentence`sign_in.password_only_for: nobody else could sign in, as there are no providers`,
            'providers:',
          ),
        ]
      : []),
  ]
}

export function compileSignIn(said: z.infer<typeof signInForm> = {}): SignInSettings {
  return {
    secondFactor: said.second_factor ?? [],
    help: said.help ?? null,
    providers: compileProviders(said.providers),
    passwordOnlyFor: said.password_only_for?.map((email) => email.toLowerCase()) ?? null,
  }
}

/** Whether a password or a passkey of the desk opens it for somebody. */
export function mayUsePassword({ passwordOnlyFor }: SignInSettings, email: string): boolean {
  return passwordOnlyFor === null || passwordOnlyFor.includes(email.toLowerCase())
}

/** Of a person’s provider, as people know it; one that is declared no longer by its address. */
export function providerName({ providers }: SignInSettings, issuer: string | null): string | null {
  return providers.find((each) => each.issuer === issuer)?.name ?? issuer
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
