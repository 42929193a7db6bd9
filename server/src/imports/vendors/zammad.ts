import { defineReader } from './vendor.ts'
import { readJsonFiles } from '#server/imports/vendors/json-reader.ts'
import type { Step } from '#server/imports/vendors/step.ts'
import { tellTicket } from '#server/imports/vendors/tell-ticket.ts'
import { readZammadApi } from '#server/imports/vendors/zammad-api.ts'
import { translateZammad } from '#server/imports/vendors/zammad-records.ts'

const lists = ['tickets', 'history', 'users', 'groups']

/** Tickets (expanded) and the rows of their history; users for roles, groups for names. */
export const zammad = defineReader<Step>({
  name: 'zammad',
  title: 'Zammad',
  fits: ({ text }) =>
    /"(?:close_escalation_at|close_diff_in_min|create_article_type_id|value_to)"\s*:/.test(text),
  readFiles: (files, told) => readJsonFiles(files, lists, told, translateZammad),
  readApi: readZammadApi,
  tell: tellTicket,
})
