import { z } from 'zod'

// What Redmine 5 answers, as far as it is read.

const Named = z.object({ id: z.int(), name: z.string() })
const Time = z.iso.datetime({ offset: true }).transform((text) => new Date(text))

const Detail = z.object({
  property: z.string(),
  name: z.string(),
  old_value: z.string().nullish(),
  new_value: z.string().nullish(),
})

const Journal = z.object({
  id: z.int(),
  /** Anonymous ones have none. */
  user: Named.optional(),
  notes: z.string().nullish(),
  created_on: Time,
  private_notes: z.boolean().default(false),
  details: z.array(Detail),
})
export type Journal = z.output<typeof Journal>

const CustomField = z.object({ id: z.int(), name: z.string(), value: z.unknown().optional() })

export const Issue = z.object({
  id: z.int(),
  project: Named,
  tracker: Named,
  status: Named,
  author: Named,
  assigned_to: Named.optional(),
  subject: z.string(),
  description: z.string().nullish(),
  created_on: Time,
  updated_on: Time,
  custom_fields: z.array(CustomField).default([]),
  attachments: z
    .array(
      z.object({
        id: z.int(),
        filename: z.string(),
        filesize: z.int(),
        content_type: z.string().nullish(),
      }),
    )
    .default([]),
  journals: z.array(Journal).default([]),
  allowed_statuses: z.array(Named).optional(),
})
export type Issue = z.output<typeof Issue>

export const OneIssue = z.object({ issue: Issue })

export const ListedIssues = z.object({
  issues: z.array(z.object({ id: z.int(), updated_on: Time })),
  total_count: z.int(),
})

export const OneProject = z.object({ project: z.object({ id: z.int() }) })

export const Statuses = z.object({ issue_statuses: z.array(Named) })

export const Memberships = z.object({
  memberships: z.array(
    z.object({ user: Named.optional(), group: Named.optional(), roles: z.array(Named) }),
  ),
  total_count: z.int(),
})

export const OneUser = z.object({
  user: z.object({
    id: z.int(),
    login: z.string().optional(),
    firstname: z.string(),
    lastname: z.string(),
    mail: z.string().nullish(),
  }),
})
