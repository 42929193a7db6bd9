import { defineReader } from '#server/imports/vendor.ts'
import { readJsonFiles } from '#server/imports/vendors/json-reader.ts'
import type { Step } from '#server/imports/vendors/step.ts'
import { tellTicket } from '#server/imports/vendors/tell-ticket.ts'
import { readZendeskApi } from '#server/imports/vendors/zendesk-api.ts'
import { translateZendesk } from '#server/imports/vendors/zendesk-records.ts'

const lists = [
  'tickets',
  'ticket_events',
  'audits',
  'satisfaction_ratings',
  'metric_sets',
  'ticket_metrics',
  'users',
  'groups',
]

/** Incremental exports of tickets and ticket events, audits, satisfaction ratings, side-loads. */
export const zendesk = defineReader<Step>({
  name: 'zendesk',
  title: 'Zendesk',
  fits: ({ text }) =>
    /"(?:ticket_events|child_events|satisfaction_ratings|metric_sets?|generated_timestamp)"\s*:/.test(
      text,
    ) ||
    /"url"\s*:\s*"https:\/\/[\w-]+\.zendesk\.com\/api\/v2\/(?:tickets|ticket_audits)/.test(text),
  readFiles: (files, told) => readJsonFiles(files, lists, told, translateZendesk),
  readApi: readZendeskApi,
  tell: tellTicket,
})
