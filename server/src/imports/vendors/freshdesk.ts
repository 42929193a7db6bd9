import { defineReader } from './vendor.ts'
import { readJsonFiles } from '#server/imports/vendors/json-reader.ts'
import type { Step } from '#server/imports/vendors/step.ts'
import { tellTicket } from '#server/imports/vendors/tell-ticket.ts'
import { readFreshdeskApi } from '#server/imports/vendors/freshdesk-api.ts'
import { translateFreshdesk } from '#server/imports/vendors/freshdesk-records.ts'

const lists = ['tickets', 'activities_data', 'satisfaction_ratings', 'groups', 'agents']

/** Tickets with their stats, the ticket activities export, satisfaction ratings, groups, agents. */
export const freshdesk = defineReader<Step>({
  name: 'freshdesk',
  title: 'Freshdesk',
  fits: ({ text }) =>
    /"(?:activities_data|performer_type|agent_responded_at|fr_due_by|default_question)"\s*:/.test(
      text,
    ),
  readFiles: (files, told) => readJsonFiles(files, lists, told, translateFreshdesk),
  readApi: readFreshdeskApi,
  tell: tellTicket,
})
