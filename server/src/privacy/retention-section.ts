import { described, maybe } from '@firstline/contract/formats/form'
import { z } from 'zod'

/** Null: as long as the desk. */
type RetentionSettings = { mailsDays: number | null; messagesDays: number | null }

declare module '#server/project/project.ts' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface is added to
  interface Project {
    retention: RetentionSettings
  }
}

const days = z.int().min(30).max(36_500)

/** The section `retention`. */
export const retentionForm = described(
  z.strictObject({
    mails_days: maybe(
      days,
      'For how many days mails are kept as they came, with their files; for good unless told.',
      365,
    ),
    messages_days: maybe(
      days,
      'For how many days after the last word the words of a resolved or void ticket are kept; for good unless told.',
      1_095,
    ),
  }),
  'How long personal data is kept. What is over is erased for good.',
)

export function compileRetention(said: z.infer<typeof retentionForm> = {}): RetentionSettings {
  return { mailsDays: said.mails_days ?? null, messagesDays: said.messages_days ?? null }
}
