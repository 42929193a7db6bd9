import type { HistoryReader } from '#server/imports/vendors/vendor.ts'
import { chatwoot } from '#server/imports/vendors/chatwoot.ts'
import { freshdesk } from '#server/imports/vendors/freshdesk.ts'
import { intercom } from '#server/imports/vendors/intercom.ts'
import { jira } from '#server/imports/vendors/jira.ts'
import * as chatwootDesk from '#server/imports/vendors/testing/chatwoot-desk.ts'
import * as freshdeskDesk from '#server/imports/vendors/testing/freshdesk-desk.ts'
import * as intercomDesk from '#server/imports/vendors/testing/intercom-desk.ts'
import * as jiraDesk from '#server/imports/vendors/testing/jira-desk.ts'
import type { Route } from '#server/imports/vendors/testing/stand-in.ts'
import type { Capabilities } from '#server/imports/vendors/testing/stories.ts'
import * as zammadDesk from '#server/imports/vendors/testing/zammad-desk.ts'
import * as zendeskDesk from '#server/imports/vendors/testing/zendesk-desk.ts'
import { zammad } from '#server/imports/vendors/zammad.ts'
import { zendesk } from '#server/imports/vendors/zendesk.ts'

/** A vendor as the conformance suite sees it. */
export type Desk = {
  name: string
  reader: HistoryReader
  can: Capabilities
  /** Its records, each list under the name of its envelope. */
  world: Record<string, unknown[]>
  /** The list of records a ticket begins with. */
  main: string
  key: string
  authorization: string
  route(url: () => string): Route
  ticketOf(id: number): string
}

const whole: Capabilities = { actors: true, teams: true, ratings: true, void: true }
const asIs = (id: number) => String(id)

const jiraOf = (name: string, route: Route): Desk => ({
  name,
  reader: jira,
  can: { ...whole, ratings: false },
  world: jiraDesk.jiraWorld,
  main: 'issues',
  key: jiraDesk.jiraKey,
  authorization: jiraDesk.jiraAuthorization,
  route: () => route,
  ticketOf: (id) => String(10_000 + id),
})

export const desks: readonly Desk[] = [
  {
    name: 'Zendesk',
    reader: zendesk,
    can: whole,
    world: zendeskDesk.zendeskWorld,
    main: 'tickets',
    key: zendeskDesk.zendeskKey,
    authorization: zendeskDesk.zendeskAuthorization,
    route: () => zendeskDesk.zendeskRoute,
    ticketOf: asIs,
  },
  {
    name: 'Freshdesk',
    reader: freshdesk,
    can: whole,
    world: freshdeskDesk.freshdeskWorld,
    main: 'tickets',
    key: freshdeskDesk.freshdeskKey,
    authorization: freshdeskDesk.freshdeskAuthorization,
    route: freshdeskDesk.freshdeskExport,
    ticketOf: asIs,
  },
  {
    name: 'Intercom',
    reader: intercom,
    can: whole,
    world: intercomDesk.intercomWorld,
    main: 'conversations',
    key: intercomDesk.intercomKey,
    authorization: intercomDesk.intercomAuthorization,
    route: () => intercomDesk.intercomRoute,
    ticketOf: asIs,
  },
  jiraOf('Jira Cloud', jiraDesk.jiraCloudRoute),
  jiraOf('Jira Data Center', jiraDesk.jiraDataCenterRoute),
  {
    name: 'Zammad',
    reader: zammad,
    can: { ...whole, ratings: false },
    world: zammadDesk.zammadWorld,
    main: 'tickets',
    key: zammadDesk.zammadKey,
    authorization: zammadDesk.zammadAuthorization,
    route: () => zammadDesk.zammadRoute,
    ticketOf: asIs,
  },
  {
    name: 'Chatwoot',
    reader: chatwoot,
    can: { ...whole, actors: false, teams: false },
    world: chatwootDesk.chatwootWorld,
    main: 'conversations',
    key: chatwootDesk.chatwootKey,
    authorization: chatwootDesk.chatwootAuthorization,
    route: () => chatwootDesk.chatwootRoute,
    ticketOf: asIs,
  },
]
