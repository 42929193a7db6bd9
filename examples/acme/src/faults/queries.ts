import { row, rows } from '#acme/database/connect.ts'
import type { Database } from '#acme/database/connect.ts'
import type { Fault } from '#acme/faults/kinds.ts'
import { notFound } from '#acme/refused.ts'

export type Case = {
  id: string
  fault: Fault
  account_id: string
  account_name: string
  record_id: string
  contact: { name: string; email: string }
  complaint: { subject: string; text: string }
  created_at: Date
}

type Stored = Pick<Case, 'id' | 'fault' | 'account_id' | 'record_id' | 'created_at'> & {
  detail: Pick<Case, 'account_name' | 'contact' | 'complaint'>
}

// A trap that has not become a case has an empty detail.
const selectCases = `select id, fault, account_id, record_id, created_at, detail from fault where detail ? 'contact'`

export async function listCases(database: Database, limit = 50): Promise<Case[]> {
  const stored = await rows<Stored>(database, `${selectCases} order by created_at desc limit $1`, [
    limit,
  ])
  return stored.map(toCase)
}

export async function getCase(database: Database, id: string): Promise<Case> {
  const stored = await row<Stored>(database, `${selectCases} and id = $1`, [id])
  if (!stored) throw notFound(`Case ${id}`)
  return toCase(stored)
}

const toCase = ({ detail, ...rest }: Stored): Case => ({ ...rest, ...detail })
