import type { Language } from '@firstline/contract/sign-in'
import { problemKinds } from '@firstline/contract/problem'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '#server/core/errors.ts'
import { headerOf } from '#server/core/header-of.ts'
import type { Handler } from '#server/core/http.ts'
import { requireStorable } from '#server/database/storable.ts'
import type { PortalDesk } from './desk.ts'
import { refusalPage } from './pages/refusal-pages.ts'
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
      const visit = await visitOf(desk, request)
      const answered = await admit(visit, request, () => answer(visit, input))
      send(visit, reply, answered)
    },
  })
}

async function visitOf(desk: PortalDesk, request: FastifyRequest): Promise<Visit> {
  const { portal, name, support } = desk.sources.project.current()
  const language = languageOf(headerOf(request.headers, 'accept-language'))
  const cookies = portal ? headerOf(request.headers, 'cookie') : undefined
  const session = sessionIn(desk, cookies)
  const link = linkIn(desk, cookies)
  const scope =
    session === null ? null : await ContactScope.ofSession(desk.db, session, desk.clock.now())
  const reader = {
    language,
    words: words[language],
    title: portal?.title ?? name,
    supportAddress: support.address,
    supportName: support.name,
    who: scope?.contact ?? null,
  }
  return { desk, reader, language, scope, session, link, form: formOf(request), ip: request.ip }
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

function send(visit: Visit, reply: FastifyReply, answer: Answer): void {
  reply.header('content-security-policy', policy).header('vary', 'accept-language, cookie')
  if ('to' in answer) {
    if (answer.cookies) reply.header('set-cookie', answer.cookies)
    return void reply.redirect(answer.to, 303)
  }
  reply.header('content-language', visit.language)
  reply.code(answer.status ?? 200).type('text/html; charset=utf-8')
  reply.send(documentOf(visit.reader, answer.page))
}
