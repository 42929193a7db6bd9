import { Refusal } from '@firstline/server/errors'
import { checkFolder } from '@firstline/server/check-folder'
import type { FolderReport } from '@firstline/server/check-folder'
import { problemText } from '../commands/check.ts'
import { isNamed } from './choose.ts'
import type { Chooser } from './choose.ts'
import type { Found } from './look-around.ts'
import { placeFolder } from './place-folder.ts'
import { projectFiles } from './project-text.ts'
import type { Plan } from './project-text.ts'
import { proposeDirectory } from './propose-directory.ts'
import { proposeTables } from './propose-tables.ts'

/** What the files say beside what was found. */
export type Wishes = {
  name: string
  support: string
  status: string | null
  /** Without a credential: one where the description says that calls are signed. */
  api: { url: string; credential: string | null }
  prometheus: { url: string; credential: string | null } | null
}

/** How many of each are proposed: enough for a first look at a ticket. */
const proposed = { tables: 3, operations: 2, metrics: 1 }

export async function planOf(found: Found, wishes: Wishes, chooser: Chooser): Promise<Plan> {
  const { name, support, status, prometheus } = wishes
  const { database } = found
  const account = database ? await chooser.accounts(database.accounts, database.facts.tables) : null
  const tables = database ? proposeTables(database.facts.tables, account) : []
  return {
    name,
    support,
    status,
    account,
    directory: database && account ? proposeDirectory(database.facts, account) : null,
    database: database && {
      kind: database.facts.kind,
      url: database.place.reference,
      sources: await chooser.sources('tables', tables, proposed.tables),
    },
    api: found.api && {
      url: wishes.api.url,
      credential:
        wishes.api.credential ?? (found.api.facts.schemes.length > 0 ? 'env:API_TOKEN' : null),
      file: found.api.file,
      text: found.api.text,
      sources: distinct(
        await chooser.sources('operations', found.api.proposals, proposed.operations),
      ),
    },
    metrics: prometheus && {
      ...prometheus,
      sources: await chooser.sources('metrics', found.metrics, proposed.metrics),
    },
  }
}

/** Two operations may be about the same noun: the second is called by its own name. */
function distinct<Each extends { id: string }>(all: readonly Each[]): Each[] {
  const taken = new Set<string>()
  return all.map((each) => {
    const number = [...taken].filter((id) => id === each.id || id.startsWith(`${each.id}_`)).length
    const id = number === 0 ? each.id : `${each.id}_${number + 1}`
    taken.add(id)
    return { ...each, id }
  })
}

/** @throws Refusal `init.source` naming what could have been said */
export function requireKnown(names: readonly string[], found: Found, plan: Plan): void {
  const all = [...(plan.database?.sources ?? []), ...(found.api?.proposals ?? []), ...found.metrics]
  const unknown = names.filter((name) => !all.some((each) => isNamed(each, name)))
  if (unknown.length === 0) return
  throw new Refusal(
    'invalid',
    'init.source',
    `Nothing that could be a source is called ${unknown.join(', ')}; firstline init --dry-run lists what could. Nothing was written.`,
  )
}

export type Written = { plan: Plan; report: FolderReport; dropped: string[] }

/**
 * The folder as the loader and the systems themselves accept it: a source that they do not is left out.
 * @param values what stands in the environment later, and is known now
 */
export async function writeProject(
  folder: string,
  plan: Plan,
  values: ReadonlyMap<string, string>,
): Promise<Written> {
  const env = { ...process.env, ...Object.fromEntries(values) }
  const dropped: string[] = []
  let current = plan
  for (;;) {
    try {
      const report = await placeFolder(folder, projectFiles(current), async (draft) => {
        const judged = await checkFolder(draft, { live: true, env })
        refuseFaults(judged)
        return judged
      })
      return { plan: current, report, dropped }
    } catch (error) {
      if (!(error instanceof Faults) || error.sources.length === 0) throw error
      dropped.push(...error.problems)
      current = without(current, error.sources)
    }
  }
}

/** What keeps a draft from being a project. */
class Faults extends Refusal {
  readonly sources: string[]
  readonly problems: string[]
  constructor(problems: readonly FolderReport['problems'][number][]) {
    const said = problems.map(problemText)
    super(
      'invalid',
      'init.faults',
      `What was found makes no project:\n${said.join('\n')}\nNothing was written.`,
    )
    this.problems = said
    this.sources = problems.flatMap(({ file }) => /^sources\/(.+)\.yaml$/.exec(file)?.[1] ?? [])
  }
}

function refuseFaults({ problems }: FolderReport): void {
  const errors = problems.filter(({ severity }) => severity === 'error')
  const own = errors.filter(({ file }) => file.startsWith('sources/'))
  if (errors.length > 0) throw new Faults(own.length > 0 ? own : errors)
}

function without(plan: Plan, ids: readonly string[]): Plan {
  const isLeft = ({ id, single }: { id: string; single?: { id: string } | null }) =>
    !ids.includes(id) && !(single && ids.includes(single.id))
  const { database, api, metrics } = plan
  return {
    ...plan,
    database: database && { ...database, sources: database.sources.filter(isLeft) },
    api: api && { ...api, sources: api.sources.filter(isLeft) },
    metrics: metrics && { ...metrics, sources: metrics.sources.filter(isLeft) },
  }
}
