import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Actor } from '#server/core/actor.ts'
import type { DB } from '#server/database/db-types.ts'
import { hashOfToken } from '#server/team/password-link.ts'

type Contact = { id: string; email: string; name: string | null; accountId: string | null }

const minted = new WeakSet<ContactScope>()

/**
 * The one contact whose tickets may be read or written to. Only a session makes one, or a job that goes on for it, and whoever signed in
 * has shown that mail to the address reaches them. Every read and write of this domain takes one.
 */
export class ContactScope {
  /** Private, so that no object of another making passes for one. */
  readonly #contact: Readonly<Contact>

  private constructor(contact: Contact) {
    this.#contact = Object.freeze(contact)
    Object.freeze(this)
    minted.add(this)
  }

  /** @returns null where nobody is signed in by it any more */
  static async ofSession(db: Kysely<DB>, token: string, now: Date): Promise<ContactScope | null> {
    const contact = await db
      .selectFrom('portal_session')
      .innerJoin('contact', 'contact.id', 'portal_session.contact_id')
      .select(['contact.id', 'contact.email', 'contact.name', 'contact.account_id as accountId'])
      .where('portal_session.hash', '=', hashOfToken(token))
      .where('portal_session.expires_at', '>', now)
      .executeTakeFirst()
    return contact ? new ContactScope(contact) : null
  }

  /** For a job that ends what a session of the contact has begun. @throws where there is none */
  static async ofContact(db: Kysely<DB>, id: string): Promise<ContactScope> {
    const contact = await db
      .selectFrom('contact')
      .select(['id', 'email', 'name', 'account_id as accountId'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return new ContactScope(contact)
  }

  get contact(): Readonly<Contact> {
    return this.#contact
  }

  /** Who signed in, as the record has it. */
  get actor(): Actor {
    const { id, name, email } = this.#contact
    return { kind: 'customer', id, name: name ?? email }
  }
}

/** Of what verbs and queries take: one that was made by hand is refused. */
export const Scope = z.custom<ContactScope>(
  (scope) => scope instanceof ContactScope && minted.has(scope),
)
