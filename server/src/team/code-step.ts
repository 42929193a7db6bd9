import type { FastifyRequest } from 'fastify'
import { headerOf } from '#server/core/header-of.ts'
import type { WithAuth } from './auth.ts'

export type CodeStep = {
  userId: string | null
  /** The one cookie that says so; nothing where nobody is asked for a code. */
  cookie: string
}

/**
 * Who has given the right password and is asked for a code: better-auth keeps it beside a cookie. Cookies
 * are read in as many ways as there are readers, so better-auth is handed this one and no other: a guess
 * counts for the one it is made at.
 */
export async function codeStepOf(
  { auth }: WithAuth,
  { headers }: Pick<FastifyRequest, 'headers'>,
): Promise<CodeStep> {
  const { createAuthCookie, internalAdapter } = await auth.$context
  const start = `${createAuthCookie('two_factor').name}=`
  const pairs = (headerOf(headers, 'cookie') ?? '').split(';').map((pair) => pair.trim())
  const cookie = pairs.find((pair) => pair.startsWith(start)) ?? ''
  // what it holds needs no escape, but for the signature behind the dot
  const identifier = /^(2fa-(?!attempts-)[\w-]+)\./.exec(cookie.slice(start.length))?.[1]
  if (identifier === undefined) return { userId: null, cookie: '' }
  const row = await internalAdapter.findVerificationValue(identifier)
  return row ? { userId: row.value, cookie } : { userId: null, cookie: '' }
}
