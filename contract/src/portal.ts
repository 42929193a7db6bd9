import { z } from 'zod'
import type { RouteTable } from './route.ts'

/** What a customer may write at once, in a ticket or an answer. */
export const mostPortalText = 20_000

const form = ['application/x-www-form-urlencoded']
export const page = { response: 'text/html' }
export const formPage = { request: form, bodyLimitBytes: 512 * 1024, ...page }

const Number = z.object({ number: z.string().max(20) })
const Token = z.object({ token: z.string().max(100) })
const again = {
  is: 'anew',
  because: 'a page for people: its form is known by a key of its own',
} as const
const whose =
  'protected by the session of a contact, who sees the tickets they take part in and no others'

/**
 * The customers' own pages, at work without scripts: each answers HTML, also where it refuses, and 404 where
 * the project has not switched the portal on.
 */
export const portalRoutes = {
  getPortal: {
    method: 'GET',
    path: '/help',
    summary: `The portal: the form to sign in, or the contact's tickets, newest first; ${whose}`,
    permission: 'public',
    query: z.object({ cursor: z.string().max(200).optional() }),
    response: z.unknown(),
    raw: page,
  },
  getPortalStyle: {
    method: 'GET',
    path: '/help/style.css',
    summary: 'The style sheet of the portal',
    permission: 'public',
    query: z.object({ v: z.string().max(100).optional() }),
    response: z.unknown(),
    raw: { response: 'text/css' },
  },
  askPortalLink: {
    method: 'POST',
    path: '/help/sign-in',
    summary:
      'Have a link to sign in sent to an address: the same answer whether it is known or not; slowed down by address and network',
    permission: 'public',
    repeated: { is: 'anew', because: 'another link is sent, at most a few an hour' },
    response: z.unknown(),
    raw: formPage,
  },
  followPortalLink: {
    method: 'GET',
    path: '/help/sign-in/{token}',
    summary:
      'What a mailed link opens: its token goes into a cookie, and on to a page whose address has none; uses nothing up',
    permission: 'public',
    params: Token,
    response: z.unknown(),
    raw: page,
  },
  getPortalLink: {
    method: 'GET',
    path: '/help/link',
    summary: 'The button of the link that this browser has followed',
    permission: 'public',
    response: z.unknown(),
    raw: page,
  },
  usePortalLink: {
    method: 'POST',
    path: '/help/link',
    summary: 'Sign in by the link that this browser has followed, once; protected by its token',
    permission: 'public',
    repeated: { is: 'anew', because: 'a link works once' },
    response: z.unknown(),
    raw: formPage,
  },
  signOutOfPortal: {
    method: 'POST',
    path: '/help/sign-out',
    summary: 'End the session of the contact; protected by it',
    permission: 'public',
    repeated: { is: 'anew', because: 'who is signed out stays so' },
    response: z.unknown(),
    raw: formPage,
  },
  getPortalForm: {
    method: 'GET',
    path: '/help/new',
    summary: `The form for a new ticket; ${whose}`,
    permission: 'public',
    response: z.unknown(),
    raw: page,
  },
  createPortalTicket: {
    method: 'POST',
    path: '/help/tickets',
    summary: `A new ticket, by its contact; ${whose}`,
    permission: 'public',
    repeated: again,
    response: z.unknown(),
    raw: formPage,
  },
  getPortalTicket: {
    method: 'GET',
    path: '/help/tickets/{number}',
    summary: `The public conversation of one ticket; ${whose}`,
    permission: 'public',
    params: Number,
    query: z.object({
      before: z.string().max(200).optional(),
      said: z.string().max(20).optional(),
    }),
    response: z.unknown(),
    raw: page,
  },
  answerPortalTicket: {
    method: 'POST',
    path: '/help/tickets/{number}',
    summary: `An answer to one ticket, judged as one by mail; ${whose}`,
    permission: 'public',
    repeated: again,
    params: Number,
    response: z.unknown(),
    raw: formPage,
  },
  ratePortalTicket: {
    method: 'POST',
    path: '/help/tickets/{number}/rating',
    summary: `Say whether the last resolution of a ticket solved it; ${whose}`,
    permission: 'public',
    repeated: { is: 'anew', because: 'the same rating given again is the same' },
    params: Number,
    response: z.unknown(),
    raw: formPage,
  },
} as const satisfies RouteTable
