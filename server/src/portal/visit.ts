import type { Language } from '@firstline/contract/sign-in'
import { problemKinds } from '@firstline/contract/problem'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal, messageOf } from '#server/core/errors.ts'
import { headerOf } from '#server/core/header-of.ts'
import type { Handler } from '#server/core/http.ts'
import { isDatabaseGone } from '#server/database/database-gone.ts'
import { requireStorable } from '#server/database/storable.ts'
import type { PortalDesk } from './desk.ts'
import { awayPage, refusalPage } from './pages/refusal-pages.ts'
import { documentOf } from './pages/page.ts'
import type { Page, Reader } from './pages/page.ts'
import { ContactScope } from './scope.ts'
import { linkIn, sessionIn } from './session-cookie.ts'
import { languageOf, words } from './words.ts'

/** One request of a customer's browser. */
export type Visit = {
  desk: PortalDesk
  reader: Reader
  language: Language
  /** Who is signed in, and by what. */
  scope: ContactScope | null
  session: string | null
  /** The mailed link that this browser has followed: its token. */
  link: string | null
  /** What the form says; of a name that comes twice the first. */
  form: ReadonlyMap<string, string>
  ip: string
}

/** A page, or where the browser goes on: after what was sent, so that to load anew sends nothing twice. */
export type Answer = { page: Page; status?: number } | { to: string; cookies?: readonly string[] }

/** A handler of the portal's pages: what it refuses is a page as well. */
export function pagesWith(desk: PortalDesk) {
  return <Input>(answer: (visit: Visit, input: Input) => Promise<Answer>): Handler<Input> => ({
    permission: 'public',
    async handle(_actor, input, { request, reply }) {
      const reading = readingOf(desk, request)
      try {
        const visit = await visitOf(reading)
        const answered = await admit(visit, request, () => answer(visit, input))
        send(visit, reply, answered)
      } catch (error) {
        if (!isDatabaseGone(error)) throw error
        const { id: requestId } = request
        request.log.warn({ err: messageOf(error), requestId }, 'the database does not answer')
        send(reading, reply, answerAway(reading, request))
      }
    },
  })
}

/** What is known of a request without the database. */
type Reading = Omit<Visit, 'scope'>

function readingOf(desk: PortalDesk, request: FastifyRequest): Reading {
  const { portal, name, support } = desk.sources.project.current()
  const language = languageOf(headerOf(request.headers, 'accept-language'))
  const cookies = portal ? headerOf(request.headers, 'cookie') : undefined
  const reader = {
    language,
    words: words[language],
    title: portal?.title ?? name,
    supportAddress: support.address,
    supportName: support.name,
    who: null,
  }
  const session = sessionIn(desk, cookies)
  const link = linkIn(desk, cookies)
  return { desk, reader, language, session, link, form: formOf(request), ip: request.ip }
}

async function visitOf(reading: Reading): Promise<Visit> {
  const { desk, reader, session } = reading
  const scope =
    session === null ? null : await ContactScope.ofSession(desk.db, session, desk.clock.now())
  return { ...reading, scope, reader: { ...reader, who: scope?.contact ?? null } }
}

/**
 * The database is away: what a form says stays with who wrote it, to be sent again as it was. A form of another
 * site never comes so far: it is refused before anything is asked.
 */
function answerAway({ reader, form }: Reading, request: FastifyRequest): Answer {
  const isSent = request.method !== 'GET'
  return { page: awayPage(reader, request.url, isSent ? form : null), status: 503 }
}

function formOf({ body }: FastifyRequest): ReadonlyMap<string, string> {
  const form = new Map<string, string>()
  if (!Buffer.isBuffer(body)) return form
  for (const [name, value] of new URLSearchParams(body.toString())) {
    if (!form.has(name)) form.set(name, value)
  }
  return form
}

async function admit(
  visit: Visit,
  request: FastifyRequest,
  answer: () => Promise<Answer>,
): Promise<Answer> {
  try {
    if (!visit.desk.sources.project.current().portal) {
      return { page: refusalPage(visit.reader, 'portal.off'), status: 404 }
    }
    if (isForeign(visit, request)) {
      return { page: refusalPage(visit.reader, 'origin.foreign'), status: 403 }
    }
    requireStorable([...visit.form.values()])
    return await answer()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { kind, reason } = error
    return { page: refusalPage(visit.reader, reason), status: problemKinds[kind] }
  }
}

/** Every form of ours says where it is from, with a session or without: nobody is signed in unasked. */
function isForeign({ desk }: Visit, { method, headers }: FastifyRequest): boolean {
  if (method === 'GET') return false
  const origin = headerOf(headers, 'origin')
  return origin === undefined || !desk.config.origins.includes(origin)
}

/** No script, nothing of others, forms only to us. */
const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

function send(visit: Reading, reply: FastifyReply, answer: Answer): void {
  reply.header('content-security-policy', policy).header('vary', 'accept-language, cookie')
  if ('to' in answer) {
    if (answer.cookies) reply.header('set-cookie', answer.cookies)
    return void reply.redirect(answer.to, 303)
  }
  reply.header('content-language', visit.language)
  reply.code(answer.status ?? 200).type('text/html; charset=utf-8')
  reply.send(documentOf(visit.reader, answer.page))
}
