import { findByEmail } from '#server/accounts/directory.ts'
import type { DirectoryAccount } from '#server/accounts/directory.ts'
import type { WithSources } from '#server/accounts/read-source.ts'
import { Unavailable } from '#server/core/errors.ts'
import type { ContactScope } from '#server/portal/scope.ts'

/**
 * The account of whoever signed in, as the company's directory says at this moment: of their very address,
 * not merely of its domain.
 * @returns null where it names none or several, or does not answer
 */
export async function proveAccount(
  { sources }: WithSources,
  { contact }: ContactScope,
): Promise<DirectoryAccount | null> {
  try {
    const match = await findByEmail(sources, contact.email)
    return match?.by === 'email' ? match.account : null
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error
    return null
  }
}
