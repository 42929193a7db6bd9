import { fileForm, matching } from '@firstline/contract/formats/form'
import type { Says } from '@firstline/contract/formats/form'
import { secretForm, text } from '@firstline/contract/formats/values'
import { roles } from '@firstline/contract/permissions'
import { z } from 'zod'
import { connectionForm } from '#server/connections/kinds.ts'
import { formReader } from '#server/project/form-reader.ts'
import { hooksForm } from './hook-settings.ts'
import { scorecardForm } from './scorecard-settings.ts'
import { statusForm } from './status-settings.ts'

const support = z
  .strictObject({
    address: matching('^[^@\\s]+@[^@\\s]+$', 'must be a mail address').meta({
      words: 'Where replies come from.',
      examples: ['support@acme.example'],
    }),
    name: text.meta({ words: 'Who replies come from.', examples: ['Acme Support'] }),
    signature: z.string().meta({ words: 'Below each reply.' }).exactOptional(),
    trusted_relay: z
      .strictObject({
        name: text.meta({ words: 'What it calls itself in Authentication-Results.' }),
        addresses: z
          .array(text)
          .meta({ words: 'Where it connects from; this machine unless told.' })
          .exactOptional(),
      })
      .meta({ words: 'Your own mail relay, which has checked senders already.' })
      .exactOptional(),
    number_in_subject: z
      .boolean()
      .meta({ words: 'Put the number of the ticket into the subject of replies.' })
      .exactOptional(),
  })
  .meta({ words: 'How the desk writes to customers.' })

const directory = z
  .strictObject({
    connection: text.meta({ words: 'The database that is asked.' }),
    by_email: text.meta({ words: 'SQL with :email, the sender.' }).exactOptional(),
    by_domain: text
      .meta({ words: 'SQL with :domain, when nobody has that address.' })
      .exactOptional(),
    search: text
      .meta({ words: 'SQL with :q, when an agent looks for an account.' })
      .exactOptional(),
    by_id: text.meta({ words: 'SQL with :account_id.' }).exactOptional(),
  })
  .meta({
    words:
      'How the account behind an address is found. Each query answers account_id, account_name and domain; plan, contact_name and contact_email as well if it has them.',
  })

const signIn = z
  .strictObject({
    second_factor: z
      .array(z.enum(roles))
      .meta({
        uniqueItems: true,
        words:
          'Roles that need a passkey or codes of an authenticator app beside the password. Who lacks one sets it up at the next sign-in and can do nothing else before.',
        examples: [['admin', 'lead']],
      })
      .exactOptional(),
    help: text
      .max(300)
      .meta({
        words: 'Who helps when one cannot sign in; shown on the sign-in page to everybody.',
        examples: ['Call IT on 4711, or ask Lena Maurer.'],
      })
      .exactOptional(),
  })
  .meta({ words: 'How people sign in.' })

const types = z
  .array(
    z.strictObject({
      id: text.meta({
        words: 'Its id, also named by runbooks.',
        examples: ['exports.email-missing'],
      }),
      title: text.meta({ words: 'As people read it.' }),
      l1: z
        .boolean()
        .meta({
          words: 'Whether the first line could resolve it, given access, an action and a runbook.',
        })
        .exactOptional(),
    }),
  )
  .meta({ words: 'What tickets can be about.' })

const teams = (words: string) => z.array(text).meta({ words }).exactOptional()
const lines = z
  .strictObject({
    l1: teams('Teams of the first line.'),
    l2: teams('Teams behind it.'),
    l3: teams('Teams behind those.'),
  })
  .meta({ words: 'Teams by line; the first is resolved by, the others are escalated to.' })

const hours = (line: string) =>
  z
    .number()
    .gt(0)
    .max(80)
    .meta({ words: `Hours a week of one person of the ${line} line.` })
    .exactOptional()
const learning = z
  .strictObject({
    weekly_hours: z
      .strictObject({ l1: hours('first'), l2: hours('second'), l3: hours('third') })
      .meta({
        order: ['additionalProperties', 'description', 'properties'],
        must: 'Shift hours of one person a week, by line; 40 where nothing is said',
      })
      .exactOptional(),
    chat_webhook: matching(
      secretForm.pattern,
      'Where named wins are told (Slack-compatible): env:NAME or file:/path',
    ).exactOptional(),
  })
  .meta({ words: 'How the team learns.' })

const project = z.strictObject({
  apiVersion: z.literal('firstline/v1').meta({ words: 'Always firstline/v1.' }),
  kind: z.literal('Project').meta({ words: 'Always Project.' }),
  name: text.meta({ words: 'What the company or product is called, as the team sees it.' }),
  support,
  connections: z
    .record(z.string(), connectionForm)
    .meta({ words: 'Systems that sources read and actions call, by a name of your own.' })
    .exactOptional(),
  directory: directory.exactOptional(),
  status: statusForm.exactOptional(),
  hooks: hooksForm.exactOptional(),
  account_picture: z
    .array(text)
    .max(30)
    .meta({
      uniqueItems: true,
      order: ['type', 'items', 'uniqueItems', 'maxItems'],
      words: 'Ids of sources, shown beside every ticket in this order.',
    })
    .exactOptional(),
  sign_in: signIn.exactOptional(),
  scorecard: scorecardForm.exactOptional(),
  types: types.exactOptional(),
  lines: lines.exactOptional(),
  learning: learning.exactOptional(),
})

/** `firstline.yaml`: the project. */
export const projectForm = fileForm(project.meta({ title: 'Firstline project' }))
export type ProjectFile = Says<typeof projectForm>
export const readProject = formReader(projectForm)
