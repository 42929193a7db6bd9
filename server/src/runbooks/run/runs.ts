import type { ActorRef } from '@firstline/contract/common'
import type { RunbookRun } from '@firstline/contract/runbooks'
import type { Kysely, Transaction } from 'kysely'
import type { Look } from '#server/accounts/record-look.ts'
import { seconds } from '#server/core/clock.ts'
import type { DB } from '#server/database/db-types.ts'
import { Conflict, NotFound } from '#server/core/errors.ts'
import { compileRunbook } from '#server/runbooks/causes/decide-cause.ts'
import type { CompiledRunbook } from '#server/runbooks/causes/decide-cause.ts'
import { describeOutcome } from './describe-outcome.ts'
import type { RunKey } from '#server/runbooks/events.ts'
import type { RunbookProject } from '#server/runbooks/format/named.ts'
import { parseRunbook } from '#server/runbooks/format/parse-runbook.ts'
import { checkBudgetMs } from './gather-findings.ts'
import { describeChecks, describePicks, settle, valuesOf } from './run-state.ts'
import type { Findings } from './run-state.ts'

/** A run as it is stored, with the very version of the runbook it began with. */
export type Run = RunKey & {
  state: RunbookRun['state']
  revision: number
  findings: Findings
  cause: string | null
  matchedCauses: string[]
  startedBy: ActorRef
  handledBy: ActorRef
  startedAt: Date
  updatedAt: Date
  finishedAt: Date | null
  abandonedReason: string | null
  compiled: CompiledRunbook
}

export function selectRuns(db: Kysely<DB>) {
  return db
    .selectFrom('runbook_run as run')
    .innerJoin('ticket', 'ticket.id', 'run.ticket_id')
    .innerJoin('runbook_version as version', (join) =>
      join
        .onRef('version.runbook_id', '=', 'run.runbook_id')
        .onRef('version.version', '=', 'run.version'),
    )
    .selectAll('run')
    .select(['ticket.account_id', 'version.source', 'version.sha256'])
}
type Row = Awaited<ReturnType<ReturnType<typeof selectRuns>['execute']>>[number]

export function runOf(row: Row): Run {
  return {
    id: row.id,
    ticketId: row.ticket_id,
    accountId: row.account_id,
    runbook: row.runbook_id,
    version: row.version,
    state: row.state,
    revision: row.revision,
    findings: findingsOf(row),
    cause: row.cause,
    matchedCauses: row.matched_causes,
    startedBy: row.started_by,
    handledBy: row.handled_by,
    startedAt: row.started_at,
    updatedAt: row.updated_at,
    finishedAt: row.finished_at,
    abandonedReason: row.abandoned_reason,
    compiled: compiledVersion(row),
  }
}

/** As it is stored, of a run or before there is one. */
export function findingsOf({ picks, checks }: Pick<Row, 'picks' | 'checks'>): Findings {
  return { picks, checks } as Findings
}

const compiledVersions = new Map<string, CompiledRunbook>()
const mostCompiled = 200

/** A version that runs was published, and a published text never changes. */
function compiledVersion({
  runbook_id: id,
  version,
  source,
  sha256,
}: Pick<Row, 'runbook_id' | 'version' | 'source' | 'sha256'>): CompiledRunbook {
  const known = compiledVersions.get(sha256)
  if (known) return known
  const { content } = parseRunbook(source)
  if (!content) throw new Error(`Version ${version} of ${id} no longer parses`)
  const compiled = compileRunbook(content)
  const [oldest] = compiledVersions.keys()
  if (compiledVersions.size >= mostCompiled && oldest) compiledVersions.delete(oldest)
  compiledVersions.set(sha256, compiled)
  return compiled
}

/** The version that is in force, read through. */
export async function readPublishedRunbook(
  db: Kysely<DB>,
  id: string,
): Promise<{ version: number; compiled: CompiledRunbook } | null> {
  const row = await db
    .selectFrom('runbook_version')
    .select(['runbook_id', 'version', 'source', 'sha256'])
    .where('runbook_id', '=', id)
    .where('state', '=', 'published')
    .executeTakeFirst()
  return row ? { version: row.version, compiled: compiledVersion(row) } : null
}

/** One version of those that were ever published. */
export async function readRunVersion(
  db: Kysely<DB>,
  id: string,
  version: number,
): Promise<CompiledRunbook> {
  const row = await db
    .selectFrom('runbook_version')
    .select(['runbook_id', 'version', 'source', 'sha256'])
    .where('runbook_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return compiledVersion(row)
}

/** What a run found is kept: who sees it there looks at the account as well. */
export function looksOf(runs: readonly Run[]): Look[] {
  return runs.flatMap(({ ticketId, accountId }) => (accountId ? [{ ticketId, accountId }] : []))
}

/** @throws NotFound `run.not-found` */
export async function readRun(db: Kysely<DB>, id: string): Promise<Run> {
  const row = await selectRuns(db).where('run.id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('run.not-found', 'There is no such run of a runbook')
  return runOf(row)
}

/**
 * Locked until the transaction ends: two agents' changes follow one another.
 * @throws NotFound `run.not-found`, Conflict `run.not-open`
 */
export async function lockOpenRun(tx: Transaction<DB>, id: string): Promise<Run> {
  await tx.selectFrom('runbook_run').select('id').where('id', '=', id).forUpdate().execute()
  const run = await readRun(tx, id)
  if (run.state === 'abandoned') {
    throw new Conflict('run.not-open', 'This run was abandoned; start the runbook again')
  }
  return run
}

/**
 * What machines found since takes nothing from an answer; what a person chose or answered since does.
 * @throws Conflict `run.changed-meanwhile`
 */
export function refuseOutrun({ findings, ...run }: Run, revision: number): void {
  const said = [...Object.values(findings.picks), ...Object.values(findings.checks)]
  const newest = Math.max(0, ...said.map((one) => one.revision ?? 0))
  if (newest <= revision && revision <= run.revision) return
  throw new Conflict(
    'run.changed-meanwhile',
    'Somebody else changed this run meanwhile; look at it again before you answer',
  )
}

/** A node that died amid its checks leaves a run that says so no longer than they could take. */
const checkingMs = checkBudgetMs + 15 * seconds

export function isInterrupted(run: Run, now: Date): boolean {
  return run.state === 'checking' && now.getTime() - run.updatedAt.getTime() > checkingMs
}

export function describeRun(run: Run, project: RunbookProject, now: Date): RunbookRun {
  const { compiled, findings } = run
  const titleOf = (source: string) => project.current().sources.get(source)?.title ?? source
  return {
    id: run.id,
    ticketId: run.ticketId,
    runbook: { id: run.runbook, title: compiled.content.title, version: run.version },
    state: isInterrupted(run, now) ? settle(compiled, findings).state : run.state,
    revision: run.revision,
    startedAt: run.startedAt.toISOString(),
    startedBy: run.startedBy,
    handledBy: run.handledBy,
    finishedAt: run.finishedAt?.toISOString() ?? null,
    abandonedReason: run.abandonedReason,
    picks: describePicks(compiled, findings, titleOf),
    checks: describeChecks(compiled, findings, titleOf),
    outcome:
      run.cause === null
        ? null
        : describeOutcome(
            compiled,
            run.cause,
            findings,
            valuesOf(compiled, findings),
            project.files,
          ),
    matchedCauses: run.matchedCauses,
  }
}
