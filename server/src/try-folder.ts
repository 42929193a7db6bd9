import type { PanelAnswer } from '@firstline/contract/accounts'
import type { ActionPreview } from '@firstline/contract/actions'
import type { RunbookTrial } from '@firstline/contract/runbooks'
import { pino } from 'pino'
import { z } from 'zod'
import { askOnce, findConnectedSource } from './accounts/ask-once.ts'
import { findAccount, findByEmail, findsById } from './accounts/directory.ts'
import type { DirectoryAccount, DirectoryMatch } from './accounts/directory.ts'
import { followSecrets } from './project/follow-secrets.ts'
import type { ProjectStore } from './project/project.ts'
import type { Sources, WithSources } from './accounts/read-source.ts'
import { scopeWithoutDesk } from './accounts/scope.ts'
import type { AccountScope } from './accounts/scope.ts'
import { buildRequest, shownRequest } from './actions/call/build-request.ts'
import { createActionStore } from './actions/compile/store.ts'
import type { ActionStore } from './actions/compile/store.ts'
import { judgeApproval, judgeGuards, shownGuard } from './actions/limits/guards.ts'
import { askTarget } from './actions/preview/ask-target.ts'
import { bindWithin } from './actions/preview/bind-action.ts'
import { wayBackOf } from './actions/preview/describe-action.ts'
import { redact } from './actions/preview/redact.ts'
import { stepsAhead } from './actions/preview/steps-ahead.ts'
import { createConnections } from './connections/connections.ts'
import { createAnswerCounts } from './connections/health/count-answers.ts'
import { watchConnections } from './connections/watch-connections.ts'
import type { WatchedCall } from './connections/watch-connections.ts'
import { system } from './core/actor.ts'
import { systemClock } from './core/clock.ts'
import { didYouMean } from './core/did-you-mean.ts'
import { Invalid, NotFound, Refusal } from './core/errors.ts'
import { sentence } from './core/sentence.ts'
import { nearest } from './core/spelling.ts'
import { findOut } from './runbooks/run/find-out.ts'
import { answersOf, readableRunbook } from './runbooks/run/try-runbook.ts'
import { openFolder } from './check-folder.ts'
import { declareRunbooks } from './runbooks/publish/load-runbooks.ts'

/** Which account, and when its problem began: metrics are read around that. */
export type TriedAccount = { id: string; problemBegan: Date | null }

/** Every call that was made, also where one was refused; and what came of them. */
export type Tried<Result> = {
  /** As the directory knows it; null where none is declared that finds by id. */
  account: DirectoryAccount | null
  calls: WatchedCall[]
  result: Result | null
  /** Why there is no result. */
  refusal: Refusal | null
}

/** A value as it was typed → as the schema of its name wants it. */
export type Typed = (schemas: Readonly<Record<string, object>>) => Record<string, unknown>

export type ActionTrial = Pick<
  ActionPreview,
  | 'action'
  | 'input'
  | 'request'
  | 'steps'
  | 'reads'
  | 'guards'
  | 'verify'
  | 'undo'
  | 'dryRun'
  | 'isRunnable'
>

type Folder = { folder: string; env: NodeJS.ProcessEnv }
type Systems = WithSources & { project: ProjectStore; actions: ActionStore }

/** One source, read for one account as its panel would be: whole rows are checked, then masked. */
export function trySource(
  where: Folder,
  account: TriedAccount,
  { id, params }: { id: string; params: Typed },
): Promise<Tried<PanelAnswer>> {
  return tryFor(where, account, async ({ sources }, scope) => {
    const source = findConnectedSource(sources, id)
    return askOnce(sources, scope, source, params(source.params))
  })
}

/**
 * What an action would send for one account, and what stands in its way. Its reads are made, and its
 * dry run where it declares one; the action itself is not run.
 */
export function tryAction(
  where: Folder,
  account: TriedAccount,
  { id, input }: { id: string; input: Typed },
): Promise<Tried<ActionTrial>> {
  return tryFor(where, account, async (systems, scope) => {
    const action = systems.actions.get(id)
    const given = input(propertiesOf(action.input.schema))
    const bound = await bindWithin(
      systems,
      scope,
      { action: id, input: given },
      // no mail is there whose sender could be proven
      { isSenderVerified: async () => true },
    )
    const redaction = redact(systems, action, bound.readings)
    const request = redaction.scrub(shownRequest(buildRequest(action.run, bound.bindings)))
    const guards = judgeGuards(action, bound.bindings)
    const isLetIn = guards.every(({ isPassed }) => isPassed)
    const dryRun = isLetIn ? await askTarget(systems, bound, redaction) : null
    const all = dryRun ? [...guards, dryRun.verdict] : guards
    const { read, cel, withinMs } = action.verify
    return {
      action: { id, title: action.title, version: action.version, tier: action.tier },
      input: given,
      request,
      ...stepsAhead(systems, bound),
      reads: redaction.reads,
      guards: [...all, judgeApproval(action, tester, bound.bindings)].map(shownGuard),
      verify: { source: read.source, cel, withinSeconds: withinMs / 1_000 },
      undo: wayBackOf(action),
      dryRun: dryRun?.shown ?? null,
      isRunnable: all.every(({ isPassed }) => isPassed),
    }
  })
}

/** What a runbook of the folder would find for one account. */
export function tryRunbookOf(
  where: Folder,
  account: TriedAccount,
  { id, picks, answers }: { id: string; picks: Record<string, string>; answers: Typed },
): Promise<Tried<Omit<RunbookTrial, 'ticket'>>> {
  return tryFor(where, account, async ({ sources, project }, scope) => {
    const runbook = await readableRunbook(runbookText(project, id))
    const asked = runbook.content.checks.flatMap((check) =>
      check.kind === 'ask' ? [[check.name, { type: check.type }] as const] : [],
    )
    const given = Object.fromEntries(
      Object.entries(answers(Object.fromEntries(asked))).map(([name, value]) => [
        name,
        typeof value === 'boolean' ? value : String(value),
      ]),
    )
    const said = answersOf(runbook, { answers: given }, tester, systemClock.now())
    const unfit = Object.keys(given).find((name) => !Object.hasOwn(said, name))
    if (unfit !== undefined) {
      const why = sentence`The runbook asks no “${unfit}”, or not like this`
      throw new Invalid('run.answer-invalid', why)
    }
    return findOut({ sources }, scope, runbook, { picks, answers: said })
  })
}

/** Whose address this is, by the queries of the directory. */
export function tryAddress(
  where: Folder,
  email: string,
): Promise<Tried<DirectoryMatch | 'nobody'>> {
  return withSystems(where, async ({ sources }) => {
    if (sources.project.current().directories.length === 0) {
      throw new NotFound('account.no-directory', sentence`firstline.yaml declares no directory`)
    }
    return (await findByEmail(sources, email)) ?? 'nobody'
  })
}

const tester = system('try')

function tryFor<Result>(
  where: Folder,
  { id, problemBegan }: TriedAccount,
  work: (systems: Systems, scope: AccountScope) => Promise<Result>,
): Promise<Tried<Result>> {
  return withSystems(where, async (systems, know) => {
    if (findsById(systems.sources)) know(await findAccount(systems.sources, id))
    return work(systems, scopeWithoutDesk(id, problemBegan))
  })
}

/** @throws what is no refusal; a refusal is what was tried for */
async function withSystems<Result>(
  { folder, env }: Folder,
  work: (systems: Systems, know: (account: DirectoryAccount) => void) => Promise<Result>,
): Promise<Tried<Result>> {
  const project = await openFolder(folder)
  const secrets = await followSecrets(project, { env, log: silent })
  const connections = createConnections(project, silent, env)
  const calls: WatchedCall[] = []
  let account: DirectoryAccount | null = null
  try {
    const actions = createActionStore(project)
    declareRunbooks(project)
    const sources: Sources = {
      project,
      connections: watchConnections(connections, (call) => calls.push(call)),
      clock: systemClock,
      log: silent,
      builtins: {},
      // thrown away with the rest
      answers: createAnswerCounts(),
      // there is no record here; the read is refused all the same
      onForeignRow: async () => {},
      underWay: new Map(),
    }
    const result = await work({ project, sources, actions }, (known) => (account = known))
    return { account, calls, result, refusal: null }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { account, calls, result: null, refusal: withProblems(error, project) }
  } finally {
    secrets.stop()
    project.stop()
    await connections.stop()
  }
}

/** What is not there may be there and not load: then the folder says why. */
function withProblems(refusal: Refusal, project: ProjectStore): Refusal {
  const found = project.problems()
  if (refusal.kind !== 'not-found' || found.length === 0) return refusal
  const errors = found.map(({ file, line, reason }) => ({
    path: `${file}:${line}`,
    message: reason,
  }))
  const { kind, reason, said, message } = refusal
  return new Refusal(kind, reason, said ?? message, { errors })
}

const silent = pino({ level: 'silent' })

function propertiesOf(schema: object): Record<string, object> {
  return WithProperties.safeParse(schema).data?.properties ?? {}
}
const WithProperties = z.object({ properties: z.record(z.string(), z.looseObject({})) })

/** @throws NotFound `runbook.not-found` with the nearest name */
function runbookText(project: ProjectStore, id: string): string {
  const files = project.files('Runbook')
  const file = files.find((each) => each.id === id)
  if (file) return file.text
  const meant = nearest(
    id,
    files.map((each) => each.id),
  )
  throw new NotFound(
    'runbook.not-found',
    didYouMean(sentence`There is no such runbook as “${id}”`, meant),
  )
}
