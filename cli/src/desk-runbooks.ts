import { ProblemError } from '@firstline/contract/client'
import type { Problem } from '@firstline/contract/problem'
import { Refusal } from '@firstline/server/errors'
import { readConfig } from '@firstline/server/core/config'
import type { DeskRunbooks } from '@firstline/server/runbooks-of-desk'
import { withDatabase } from './commands/history-run.ts'
import { clientOf, deskHelp } from './desk.ts'

export const deskRunbooksHelp = `${deskHelp}, with runbook:read, and runbook:edit
                    and runbook:publish to push; without a key, the desk of this machine:
                    DATABASE_URL, or the embedded database in FIRSTLINE_HOME`

/** Runbooks of the running desk, or of this machine's database. */
export async function withDeskRunbooks<Result>(
  folder: string,
  work: (desk: DeskRunbooks) => Promise<Result>,
): Promise<Result> {
  if (process.env.FIRSTLINE_KEY) return work(runbooksOverHttp(process.env))
  return withDatabase({ isMigrated: true }, async (openUrl) => {
    // all that may follow when a runbook is published: not loaded where a running desk is asked
    const { openDeskRunbooks } = await import('@firstline/server/runbooks-of-desk')
    const desk = await openDeskRunbooks(await openUrl(), folder, readConfig(process.env))
    try {
      return await work(desk)
    } finally {
      await desk.close()
    }
  })
}

function runbooksOverHttp(env: NodeJS.ProcessEnv): DeskRunbooks {
  const client = clientOf(env)
  return {
    list: async () => (await client.listRunbooks()).items,
    read: (id) => client.getRunbook({ params: { id } }),
    save: ({ id, ...draft }) =>
      client.saveRunbookDraft({ params: { id }, body: { ...draft, origin: 'git' } }),
    publish: ({ id, ...draft }) => client.publishRunbook({ params: { id }, body: draft }),
    close: async () => undefined,
  }
}

/** The dotted reason of a refusal, from whichever side of the wire. */
export function reasonOf(error: unknown): string | null {
  if (error instanceof ProblemError) return error.problem.reason
  return error instanceof Refusal ? error.reason : null
}

export function meanwhileOf(error: unknown): Problem['meanwhile'] {
  if (error instanceof ProblemError) return error.problem.meanwhile
  return error instanceof Refusal ? error.extra.meanwhile : undefined
}
