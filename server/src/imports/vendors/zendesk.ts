import { defineReader } from './vendor.ts'
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

/** What only Zendesk writes: a ticket, its events or audits, a rating. */
const marks = [
  /"(?:ticket_events|child_events|metric_sets?|generated_timestamp|group_stations)"\s*:/,
  /"score"\s*:\s*"(?:offered|unoffered|good|bad|received)/,
  /"url"\s*:\s*"https:\/\/[\w-]+\.zendesk\.com\/api\/v2\//,
]

/** Incremental exports of tickets and ticket events, audits, satisfaction ratings, side-loads. */
export const zendesk = defineReader<Step>({
  name: 'zendesk',
  title: 'Zendesk',
  fits: ({ text }) => marks.some((mark) => mark.test(text)),
  readFiles: (files, told) => readJsonFiles(files, lists, told, translateZendesk),
  readApi: readZendeskApi,
  tell: tellTicket,
})
