import type { FastifyReply } from 'fastify'
import type { PortalDesk } from './desk.ts'
import { style, styleVersion } from './style.ts'

const year = 365 * 24 * 3600

/** @param version by which a page asks for it: then it is kept for good */
export function answerStyle(
  desk: PortalDesk,
  reply: FastifyReply,
  version: string | undefined,
): void {
  const isOff = desk.sources.project.current().portal === null
  const kept = version === styleVersion ? `public, max-age=${year}, immutable` : 'no-cache'
  reply
    .code(isOff ? 404 : 200)
    .header('cache-control', isOff ? 'no-store' : kept)
    .type('text/css; charset=utf-8')
    .send(isOff ? '' : style)
}
