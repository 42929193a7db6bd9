import { defineReader } from './vendor.ts'
import { readJsonFiles } from '#server/imports/vendors/json-reader.ts'
import type { Step } from '#server/imports/vendors/step.ts'
import { tellTicket } from '#server/imports/vendors/tell-ticket.ts'
import { readChatwootApi } from '#server/imports/vendors/chatwoot-api.ts'
import { translateChatwoot } from '#server/imports/vendors/chatwoot-records.ts'

const lists = [
  'data.payload',
  'payload',
  'conversations',
  'reporting_events',
  'csat_survey_responses',
]

/** Conversations, with their reporting events and messages in them, or beside them. */
export const chatwoot = defineReader<Step>({
  name: 'chatwoot',
  title: 'Chatwoot',
  fits: ({ text }) =>
    /"(?:reporting_events|csat_survey_link|last_non_activity_message|event_end_time|contact_last_seen_at)"\s*:/.test(
      text,
    ),
  readFiles: (files, told) => readJsonFiles(files, lists, told, translateChatwoot),
  readApi: readChatwootApi,
  tell: tellTicket,
})
