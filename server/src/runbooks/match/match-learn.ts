import { z } from 'zod'
import { system } from '#server/core/actor.ts'
import { trainInProcess } from '#server/text-model/train-in-process.ts'
import type { Example } from '#server/text-model/train-text-model.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Desk, VerbContext } from '#server/core/verb.ts'
import { matchingLearned } from '#server/runbooks/events.ts'
import { examplesFrom, readBasis, readConfirmations } from './match-examples.ts'
import { readPublished } from './match-runbook.ts'

/** Fewer say more about the people who began than about the tickets. */
const leastConfirmations = 20

/** Learns anew from all confirmations, where there are new ones; otherwise does nothing. */
export async function learnMatching(desk: Desk): Promise<void> {
  const basis = await readBasis(desk.db)
  const known = await desk.db
    .selectFrom('match_model')
    .select('id')
    .where('basis', '=', basis)
    .executeTakeFirst()
  if (known) return
  const [confirmations, runbooks] = await Promise.all([
    readConfirmations(desk.db),
    readPublished(desk.db),
  ])
  const examples = examplesFrom(confirmations, runbooks)
  const said = examples.filter(({ isDescription }) => isDescription !== true).length
  if (said < leastConfirmations || labelsOf(examples).size < 2) return
  const model = await trainInProcess(examples)
  await storeModel(desk, system('runbooks'), {
    basis,
    model,
    said,
    labels: labelsOf(examples).size,
  })
}

function labelsOf(examples: readonly Example[]): ReadonlySet<string> {
  return new Set(examples.map(({ label }) => label))
}

const storeModel = defineVerb({
  permission: 'runbook:publish',
  input: z.object({
    basis: z.string(),
    model: z.custom<Buffer>(),
    said: z.int(),
    labels: z.int(),
  }),
  async run({ tx, clock }: VerbContext, { basis, model, said, labels }) {
    await tx.deleteFrom('match_model').execute()
    const row = { trained_at: clock.now(), basis, confirmations: said, model }
    await tx.insertInto('match_model').values(row).execute()
    return { result: null, events: [matchingLearned({ confirmations: said, labels })] }
  },
})
