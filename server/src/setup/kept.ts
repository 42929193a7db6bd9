import { MailTest, setupSteps } from '@firstline/contract/setup'
import type { SetupStepName } from '@firstline/contract/setup'
import type { Kysely, Transaction } from 'kysely'
import { z } from 'zod'
import { readSetting } from '#server/core/settings.ts'
import type { DB } from '#server/database/db-types.ts'

/** What the set-up keeps that the desk does not say by itself. */
export const keys = {
  mailTest: 'setup-mail-test',
  sample: 'setup-sample',
  skipped: (step: SetupStepName) => `setup-skipped-${step}`,
}

type Database = Kysely<DB> | Transaction<DB>

export async function readMailTest(db: Database): Promise<MailTest | null> {
  return MailTest.safeParse(await readSetting(db, keys.mailTest)).data ?? null
}

const Sample = z.object({ ticketId: z.string() })

export async function readSample(db: Database): Promise<string | null> {
  return Sample.safeParse(await readSetting(db, keys.sample)).data?.ticketId ?? null
}

export async function readSkipped(db: Database): Promise<Set<SetupStepName>> {
  const skipped = new Set<SetupStepName>()
  for (const step of setupSteps) {
    if ((await readSetting(db, keys.skipped(step))) !== undefined) skipped.add(step)
  }
  return skipped
}
