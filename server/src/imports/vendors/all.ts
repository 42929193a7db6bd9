import type { HistoryReader } from './vendor.ts'
import { chatwoot } from '#server/imports/vendors/chatwoot.ts'
import { freshdesk } from '#server/imports/vendors/freshdesk.ts'
import { intercom } from '#server/imports/vendors/intercom.ts'
import { jira } from '#server/imports/vendors/jira.ts'
import { zammad } from '#server/imports/vendors/zammad.ts'
import { zendesk } from '#server/imports/vendors/zendesk.ts'

/** Desks whose own exports and APIs can be read; the first that fits a file reads it. */
export const vendorReaders: readonly HistoryReader[] = [
  zendesk,
  freshdesk,
  intercom,
  jira,
  zammad,
  chatwoot,
]
