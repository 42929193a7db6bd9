import { eventNames, events } from '@firstline/contract/events'
import { lists } from '@firstline/contract/lists'
import type { Route } from '@firstline/contract/route'
import { routes } from '@firstline/contract/routes'
import { describe, expect, test } from 'vitest'
import { apiQuery } from '#web/api.ts'
import { isAffected } from './affected.ts'

const mine = '018f0000-0000-7000-8000-000000000001'
const other = '018f0000-0000-7000-8000-000000000002'
const event = (name: string, ticketId: string | null = mine) => ({
  name,
  ticketId,
  accountId: null,
  actorId: null,
})
const ticket = apiQuery('getTicket', { params: { ticketId: mine } }).queryKey
const timeline = apiQuery('getTimeline', { params: { ticketId: mine } }).queryKey
const panel = apiQuery('readPanel', { params: { ticketId: mine, source: 'exports' } }).queryKey
const list = ['listTickets', { query: { view: 'open' } }, 'pages']

describe('a live event', () => {
  test('of a ticket touches that ticket, its timeline, the lists and the counts', () => {
    for (const key of [ticket, timeline, list, apiQuery('countTickets').queryKey]) {
      expect(isAffected(key, event('ticket.resolved'))).toBe(true)
    }
  })

  test('of another ticket leaves this one alone', () => {
    expect(isAffected(ticket, event('ticket.resolved', other))).toBe(false)
    expect(isAffected(list, event('ticket.resolved', other))).toBe(true)
  })

  test('of any kind belongs to the timeline of its ticket', () => {
    expect(isAffected(timeline, event('action.verified'))).toBe(true)
    expect(isAffected(timeline, event('runbook.cause_found'))).toBe(true)
  })

  test("never makes the customer's own systems be read again", () => {
    expect(isAffected(panel, event('ticket.resolved'))).toBe(false)
  })

  test('reads them again once an action there is verified', () => {
    expect(isAffected(panel, event('action.verified'))).toBe(true)
    expect(isAffected(panel, event('action.verified', other))).toBe(false)
  })

  test('of no ticket, as a deploy, touches what lists such things, also beside a ticket', () => {
    const changes = apiQuery('listChanges', { params: { ticketId: mine } }).queryKey
    expect(isAffected(changes, event('deploy.recorded', null))).toBe(true)
    expect(isAffected(ticket, event('deploy.recorded', null))).toBe(false)
  })

  test('of a newer server touches all but what is read from the customer’s own systems', () => {
    expect(isAffected(list, event('ticket.teleported'))).toBe(true)
    expect(isAffected(ticket, event('ticket.teleported', other))).toBe(false)
    expect(isAffected(panel, event('ticket.teleported'))).toBe(false)
  })

  test('changes only what some page shows, and what a page shows is changed by some event', () => {
    const shown = Object.values<Route>(routes).flatMap(({ changedBy = [] }) => changedBy)
    const changed = eventNames.flatMap((name) => events[name].changes)
    expect(new Set(shown)).toEqual(new Set(lists))
    expect(new Set(['ticket', ...changed])).toEqual(new Set(lists))
  })

  test('of a mail has nothing read again by a list that is open, and nothing beside its pages', () => {
    const open = [
      list,
      apiQuery('countTickets').queryKey,
      apiQuery('countInboundMails').queryKey,
      apiQuery('countNotifications').queryKey,
      apiQuery('listActionApprovals', { query: { state: 'waiting' } }).queryKey,
      apiQuery('listLessons', { query: { state: 'new', limit: 1 } }).queryKey,
      apiQuery('getMe').queryKey,
      apiQuery('listSetupSteps').queryKey,
    ]
    const ofMail = [
      'mail.received',
      'ticket.received',
      'message.received',
      'ticket.type_changed',
      'runbook.matched',
      'notification.raised',
      'message.replied',
      'message.sent',
    ]
    const known = new Set<string>(eventNames)
    expect(ofMail.filter((name) => !known.has(name))).toEqual([])
    for (const name of ofMail) {
      const told = { ...event(name), rowFollows: true, countsFollow: true }
      expect(open.filter((key) => isAffected(key, told))).toEqual([])
    }
    expect(open.filter((key) => isAffected(key, event('mail.received')))).not.toEqual([])
  })

  test('touches no key that is not a route', () => {
    expect(isAffected(['something-else'], event('ticket.resolved'))).toBe(false)
  })

  test('of what is learned or decided is seen in its list, wherever it is open', () => {
    const lessons = ['listLessons', { query: { state: 'new' } }, 'pages']
    const opportunities = apiQuery('listOpportunities').queryKey
    for (const name of ['lesson.learned', 'escalation.returned', 'runbook.published']) {
      expect(isAffected(lessons, event(name))).toBe(true)
    }
    expect(isAffected(opportunities, event('opportunity.decided', null))).toBe(true)
    expect(isAffected(opportunities, event('escalation.returned'))).toBe(true)
    expect(isAffected(opportunities, event('message.received'))).toBe(false)
    expect(isAffected(['listWins', {}, 'pages'], event('win.told'))).toBe(true)
  })
})
