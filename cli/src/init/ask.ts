import type { Readable, Writable } from 'node:stream'
import { multiselect, note, password, select, text } from '@clack/prompts'
import { Refusal } from '@firstline/server/errors'
import { likely } from './choose.ts'
import type { Choosable, Chooser } from './choose.ts'
import type { AccountTable } from './find-accounts.ts'

/** Where a person is asked. */
export type Terminal = { input: Readable; output: Writable }

const systems = [
  { value: 'database', label: 'A database', hint: 'PostgreSQL, MySQL, MariaDB' },
  { value: 'openapi', label: 'An HTTP API with an OpenAPI description' },
  { value: 'prometheus', label: 'Prometheus' },
  { value: 'status', label: 'A status page' },
] as const
type System = (typeof systems)[number]['value']

/** What somebody says they have, as the flags of the same names would. */
export type Answers = Partial<Record<System | 'api-url' | 'name' | 'support', string>>

/**
 * @returns null when there is nothing to look at yet: a starter folder is what helps
 * @throws Refusal `init.cancelled`
 */
export async function askForSystems(terminal: Terminal): Promise<Answers | null> {
  const message = 'What do you have? (space chooses, return goes on; nothing: a commented starter)'
  const chosen = answered(
    await multiselect<System>({ ...terminal, message, options: [...systems], required: false }),
  )
  if (chosen.length === 0) return null
  const answers: Answers = {
    name: await askText(terminal, 'What is your product called?', 'Your product'),
    support: await askText(terminal, 'Which address do customers write to?', 'support@example.com'),
  }
  for (const system of chosen) Object.assign(answers, await questions[system](terminal))
  return answers
}

const questions: Record<System, (terminal: Terminal) => Promise<Answers>> = {
  async database(terminal) {
    const message =
      'Its address, with a role that may only select: env:NAME, or itself (it is written nowhere)'
    return { database: answered(await password({ ...terminal, message, validate: something })) }
  },
  async openapi(terminal) {
    const openapi = await askText(terminal, 'Its OpenAPI description: a file or an http address')
    const url = await askText(
      terminal,
      'Where the API is: an http address or env:NAME',
      'env:API_URL',
    )
    return { openapi, 'api-url': url }
  },
  prometheus: async (terminal) => ({
    prometheus: await askText(terminal, 'The address of Prometheus, or env:NAME'),
  }),
  status: async (terminal) => ({
    status: await askText(terminal, 'The address of the status page’s JSON, or env:NAME'),
  }),
}

async function askText(terminal: Terminal, message: string, usual?: string): Promise<string> {
  const options =
    usual === undefined ? { validate: something } : { placeholder: usual, defaultValue: usual }
  return answered(await text({ ...terminal, message, ...options }))
}

function something(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? 'Something has to stand here' : undefined
}

/** A person chooses among what was found; the likeliest stands first. */
export function chooseByAsking(terminal: Terminal): Chooser {
  return {
    async accounts(candidates) {
      if (candidates.length === 0) {
        note('No table looks like your customers: whose a ticket is stays unknown.', '', terminal)
        return null
      }
      return answered(
        await select<AccountTable>({
          ...terminal,
          message: 'Which table has your customers?',
          options: candidates
            .slice(0, 12)
            .map((each) => ({ value: each, label: each.table.name, hint: each.reason })),
        }),
      )
    },
    async sources(from, proposals, proposed) {
      if (proposals.length === 0) return []
      const chosen = answered(
        await multiselect<string>({
          ...terminal,
          message: `What should stand beside a ticket? (${from})`,
          options: proposals
            .slice(0, 40)
            .map(({ id, of, reasons }) => ({ value: of, label: id, hint: reasons.join('; ') })),
          initialValues: likely(proposals, proposed).map(({ of }) => of),
          required: false,
        }),
      )
      return proposals.filter(({ of }: Choosable) => chosen.includes(of))
    },
  }
}

function answered<T>(answer: T): Exclude<T, symbol> {
  if (isGiven(answer)) return answer
  throw new Refusal('conflict', 'init.cancelled', 'Nothing was written.')
}

/** Whoever cancels answers with a symbol. */
function isGiven<T>(answer: T): answer is Exclude<T, symbol> {
  return typeof answer !== 'symbol'
}
