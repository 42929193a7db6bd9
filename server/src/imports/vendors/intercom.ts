import { defineReader } from './vendor.ts'
import { readJsonFiles } from '#server/imports/vendors/json-reader.ts'
import type { Step } from '#server/imports/vendors/step.ts'
import { tellTicket } from '#server/imports/vendors/tell-ticket.ts'
import { readIntercomApi } from '#server/imports/vendors/intercom-api.ts'
import { translateIntercom } from '#server/imports/vendors/intercom-records.ts'

const lists = ['conversations', 'teams', 'admins']

/** Conversations with their parts, statistics and rating; teams and admins for names and roles. */
export const intercom = defineReader<Step>({
  name: 'intercom',
  title: 'Intercom',
  fits: ({ text }) =>
    /"type"\s*:\s*"conversation(?:\.list|_part|_statistics|_rating)?"|"conversation_parts"\s*:/.test(
      text,
    ),
  readFiles: (files, told) => readJsonFiles(files, lists, told, translateIntercom),
  readApi: readIntercomApi,
  tell: tellTicket,
})
