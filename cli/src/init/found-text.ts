import { counted } from './find-accounts.ts'
import type { Found } from './look-around.ts'
import { valueIfSet } from './places.ts'
import type { Plan } from './project-text.ts'
import { neededNames } from './project-text.ts'
import { actionIdeas, countUnfit } from './propose-operations.ts'
import { proposeTables } from './propose-tables.ts'
import type { Proposal } from './propose-tables.ts'

/** How many of what was not chosen are named. */
const mostOthers = 8

/** What was found, what of it is taken, and why. */
export function foundText(found: Found, plan: Plan): string[] {
  return [
    ...(found.database ? databaseText(found.database, plan) : []),
    ...(found.api ? apiText(found.api, plan) : []),
    ...(plan.metrics ? metricsText(found, plan) : []),
    ...(plan.status === null ? [] : [`Status page: ${plan.status}`, '']),
  ]
}

function databaseText({ facts, accounts }: NonNullable<Found['database']>, plan: Plan): string[] {
  const { directory, database } = plan
  const account = plan.account
  const possible = proposeTables(facts.tables, account)
  const others = accounts.filter(({ table }) => table !== account?.table).slice(0, 3)
  const cut = facts.isCut ? ' (there are more: name a --schema)' : ''
  return [
    `Database: ${facts.kind}, ${counted(facts.tables.length, 'table')}${cut}`,
    account
      ? `  accounts   ${account.table.name} (${account.reason})`
      : '  accounts   no table looks like your customers: name it with --accounts TABLE, or whose a ticket is stays unknown',
    ...others.map(
      ({ table, reason }) => `  or         ${table.name} (${reason}): --accounts ${table.name}`,
    ),
    ...(directory
      ? [
          `  directory  ${Object.keys(directory.queries).join(', ')}`,
          ...directory.notes.map((note) => `             ${note}`),
        ]
      : []),
    ...proposalLines(database?.sources ?? [], possible),
    ...writableText(facts.tables.filter(({ mayWrite }) => mayWrite).map(({ name }) => name)),
    '',
  ]
}

/** As `check --live` says it. */
function writableText(names: readonly string[]): string[] {
  if (names.length === 0) return []
  const shown = names.slice(0, 3).join(', ')
  const more = names.length > 3 ? ` and ${names.length - 3} more` : ''
  return [
    `  warning    the role of this address may write to ${shown}${more}: take one that may only select`,
  ]
}

function proposalLines(taken: readonly Proposal[], possible: readonly Proposal[]): string[] {
  const others = possible.filter(({ of }) => !taken.some((each) => each.of === of))
  const shown = others.slice(0, mostOthers).map(({ of }) => of)
  const more = others.length > mostOthers ? ` and ${others.length - mostOthers} more` : ''
  return [
    ...taken.flatMap(({ id, of, reasons, doubts, leftOut }) => [
      `  source     ${id} from ${of}: ${reasons.join('; ')}`,
      ...doubts.map((doubt) => `             mind: ${doubt}`),
      ...(leftOut.length > 0 ? [`             not read: ${leftOut.join(', ')}`] : []),
    ]),
    ...(shown.length > 0 ? [`  or         ${shown.join(', ')}${more}: --source NAME`] : []),
  ]
}

function apiText({ facts, proposals }: NonNullable<Found['api']>, plan: Plan): string[] {
  const { rowsOfNobody } = countUnfit(facts)
  const ideas = actionIdeas(facts)
  return [
    `API: ${facts.title}, ${counted(facts.operations.length, 'operation')}`,
    ...(facts.nameless > 0
      ? [
          `  without    ${counted(facts.nameless, 'operation')} cannot be named: each needs an operationId`,
        ]
      : []),
    ...proposalLines(plan.api?.sources ?? [], proposals),
    ...(proposals.length === 0
      ? ['  source     no GET takes an account and answers rows that say whose they are']
      : []),
    ...(rowsOfNobody > 0
      ? [
          `  not        ${counted(rowsOfNobody, 'read')} of an account whose answer is not described, or does not say whose it is`,
        ]
      : []),
    ...ideas.map(
      ({ id, call, reason }, at) =>
        `  ${at === 0 ? 'action    ' : 'or        '} ${id} (${call}${reason === '' ? '' : `; ${reason}`}) could become your first: nothing was written for it`,
    ),
    '',
  ]
}

function metricsText({ metrics }: Found, { metrics: plan }: Plan): string[] {
  const taken = plan?.sources ?? []
  const others = metrics.filter((each) => !taken.some(({ of }) => of === each.of))
  return [
    `Prometheus: ${counted(metrics.length, 'metric')} with a label that names an account`,
    ...taken.map(({ id, of, reasons }) => `  source     ${id} from ${of}: ${reasons.join('; ')}`),
    ...(others.length > 0
      ? [
          `  or         ${others
            .slice(0, mostOthers)
            .map(({ of }) => of)
            .join(', ')}: --source NAME`,
        ]
      : []),
    '',
  ]
}

/** What to do next, in order. */
export function nextText(folder: string, plan: Plan): string[] {
  const missing = [...neededNames(plan)].filter(([name]) => valueIfSet(`env:${name}`) === null)
  const [first] = [...(plan.database?.sources ?? []), ...(plan.api?.sources ?? [])]
  return [
    'Next:',
    ...missing.map(([name, meaning]) => `  export ${name}=…   # ${meaning}`),
    `  firstline check ${folder} --live`,
    ...(plan.directory?.queries.by_email ? [`  firstline try address MAIL-ADDRESS ${folder}`] : []),
    ...(first ? [`  firstline try source ${first.id} --account ID ${folder}`] : []),
    `  FIRSTLINE_PROJECT=${folder} firstline start`,
  ]
}
