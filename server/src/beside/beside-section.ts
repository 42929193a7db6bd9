import { described, matching, maybe } from '@firstline/contract/formats/form'
import { httpAddress, secretRef, text } from '@firstline/contract/formats/values'
import { z } from 'zod'
import { sentence } from '#server/core/sentence.ts'
import { problem } from '#server/project/project-document.ts'
import type { FileProblem, LoadedFile } from '#server/project/project-document.ts'
import type { Line } from '@firstline/contract/common'
import { isOrigin, originOf } from './origin.ts'

/** A Redmine whose tickets are mirrored here. Secrets are where they are. */
export type RedmineSettings = {
  address: string
  key: string
  /** Identifiers of projects. */
  projects: string[]
  /** Roles whose members are the team; everybody else is a customer. */
  staffRoles: string[]
  solved: string[]
  /** What a ticket resolved here becomes there. */
  resolveAs: string
  void: string[]
  accountField: string | null
  emailField: string | null
  line: Line
  since: Date | null
  /** Pages of these origins may show the panel within themselves; null: of the address alone. */
  origins: string[] | null
}

export type BesideSettings = { redmine: RedmineSettings }

declare module '#server/project/project.ts' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface is added to
  interface Project {
    /** The desk that the company has; null: none but this one. */
    beside: BesideSettings | null
  }
}

const names = z.array(text.max(120)).min(1).max(50)

const redmine = z.strictObject({
  address: described(httpAddress, 'Where it is.', 'https://redmine.acme.example'),
  key: described(
    secretRef,
    'Where the API key is of a user of its own: all that this user writes there is taken for ours.',
    'env:REDMINE_KEY',
  ),
  projects: described(names, 'Identifiers of the projects whose issues are mirrored.', ['support']),
  staff_roles: described(names, 'Roles whose members are the team. Everybody else is a customer.', [
    'Manager',
  ]),
  solved: described(names, 'Statuses that mean it is solved.', ['Resolved', 'Closed']),
  resolve_as: maybe(
    text.max(120),
    'The status that an issue gets which is resolved here; the first of solved unless told.',
    'Resolved',
  ),
  void: maybe(names, 'Statuses that take an issue out of every rate.', ['Rejected']),
  account_field: maybe(
    text.max(120),
    'A custom field that holds the id of the customer’s account, as the directory knows it. Without one the directory is asked by the author’s address.',
    'Account',
  ),
  email_field: maybe(
    text.max(120),
    'A custom field that holds the customer’s address, where the team opens issues for them.',
    'Customer email',
  ),
  line: maybe(
    z.enum(['L1', 'L2', 'L3']),
    'The line that mirrored tickets start at; L1 unless told.',
  ),
  since: maybe(
    matching('^[0-9]{4}-[0-9]{2}-[0-9]{2}$', 'must be a day such as 2026-11-01'),
    'Issues changed since this day are mirrored; from the first look on unless told.',
    '2026-11-01',
  ),
  origins: maybe(
    z.array(text.max(200)).min(1).max(20),
    'Where the pages come from that show the panel beside an issue; the address unless told.',
    ['https://redmine.acme.example'],
  ),
})

/** The section `beside`. */
export const besideForm = described(
  z.strictObject({ redmine: described(redmine, 'A Redmine 5 or later, by its REST API.') }),
  'The desk the company has already: its tickets are mirrored here and told what happened here.',
)
type BesideDefinition = z.infer<typeof besideForm>

export function compileBeside(said: BesideDefinition | undefined): BesideSettings | null {
  if (!said) return null
  const { redmine: given } = said
  const { address, key, projects, solved, line = 'L1', since } = given
  return {
    redmine: {
      address,
      key,
      projects,
      staffRoles: given.staff_roles,
      solved,
      resolveAs: given.resolve_as ?? solved[0] ?? '',
      void: given.void ?? [],
      accountField: given.account_field ?? null,
      emailField: given.email_field ?? null,
      line,
      since: since === undefined ? null : new Date(since),
      origins: given.origins ?? null,
    },
  }
}

/** What a schema cannot say: a status is one thing. */
export function besideProblems(
  file: LoadedFile,
  said: BesideDefinition | undefined,
): FileProblem[] {
  if (!said) return []
  const { solved, void: voided = [], resolve_as: resolveAs, since, origins = [] } = said.redmine
  const at = (key: string) => file.lineOf(['beside', 'redmine', key])
  const both = voided.find((status) => solved.includes(status))
  return [
    ...(resolveAs !== undefined && !solved.includes(resolveAs)
      ? [
          problem(
            at('resolve_as'),
            sentence`beside.redmine.resolve_as: “${resolveAs}” is none of the statuses that mean solved`,
            solved[0] ?? null,
          ),
        ]
      : []),
    ...(since !== undefined && Number.isNaN(new Date(since).getTime())
      ? [problem(at('since'), sentence`beside.redmine.since: there is no day ${since}`)]
      : []),
    ...origins.flatMap((given) =>
      isOrigin(given)
        ? []
        : [
            problem(
              at('origins'),
              sentence`beside.redmine.origins: “${given}” is no origin: scheme, host and port, as https://redmine.acme.example`,
              originOf(given),
            ),
          ],
    ),
    ...(both === undefined
      ? []
      : [problem(at('void'), sentence`beside.redmine.void: “${both}” means solved already`, null)]),
  ]
}
