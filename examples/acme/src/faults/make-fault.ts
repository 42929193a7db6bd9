import type { Acme } from '#acme/acme.ts'
import { row } from '#acme/database/connect.ts'
import { faultKinds } from '#acme/faults/kinds.ts'
import type { Fault, FaultKind } from '#acme/faults/kinds.ts'
import type { Person } from '#acme/faults/broken.ts'
import type { Case } from '#acme/faults/queries.ts'
import { newId } from '#acme/ids.ts'
import { notFound } from '#acme/refused.ts'

/** Breaks one thing for one account and answers with the case a customer would complain about. */
export async function makeFault(acme: Acme, fault: Fault, accountId?: string): Promise<Case> {
  const kind: FaultKind = faultKinds[fault]
  const account = await chooseAccount(acme, accountId)
  const { recordId, contact } = await kind.make(
    acme,
    account.id,
    await chooseContact(acme, account.id),
  )
  const detail = {
    account_name: account.name,
    contact: { name: contact.name, email: contact.email },
    complaint: {
      subject: kind.complaint.subject,
      text: `${kind.complaint.text}\n\nBest regards\n${contact.name}\n${account.name}\n`,
    },
  }
  const id = newId('flt')
  const made = await row<{ created_at: Date }>(
    acme.pool,
    `insert into fault (id, fault, account_id, record_id, armed, detail)
     values ($1, $2, $3, $4, false, $5) returning created_at`,
    [id, fault, account.id, recordId, JSON.stringify(detail)],
  )
  const created_at = made?.created_at ?? new Date()
  return { id, fault, account_id: account.id, record_id: recordId, ...detail, created_at }
}

type Account = { id: string; name: string }

/** Without a wish: one that has no case yet, by the seed's own order. */
async function chooseAccount({ pool, config }: Acme, accountId?: string): Promise<Account> {
  const account = await row<Account>(
    pool,
    accountId
      ? 'select id, name from account where id = $1'
      : `select a.id, a.name from account a
         where a.status = 'active' and not exists (select from fault f where f.account_id = a.id)
         order by md5(a.id || $1) limit 1`,
    [accountId ?? String(config.seed)],
  )
  if (!account) throw notFound(accountId ? `Account ${accountId}` : 'An account without a case')
  return account
}

async function chooseContact({ pool }: Acme, accountId: string): Promise<Person> {
  const contact = await row<Person>(
    pool,
    `select id, name, email from app_user where account_id = $1 and verified_at is not null
     order by role = 'owner' desc, created_at, id limit 1`,
    [accountId],
  )
  if (!contact) throw notFound(`A verified user of account ${accountId}`)
  return contact
}
