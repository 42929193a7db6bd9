import { z } from 'zod'
import { seconds } from '#server/core/clock.ts'
import { Conflict, Invalid, Limited, Unavailable } from '#server/core/errors.ts'
import { headerOf } from '#server/core/header-of.ts'
import { sentence } from '#server/core/sentence.ts'
import { callOut } from '#server/outbound/call-out.ts'
import type { OutboundAnswer } from '#server/outbound/call-out.ts'
import { askedFor } from '#server/webhooks/next-try.ts'

const timeoutMs = 20 * seconds
/** An issue with thousands of notes. */
const maxBytes = 32 * 1024 * 1024
/** Where it says that it is busy, and not for how long. */
const pauseSeconds = 60

export type Access = {
  /** @throws Unavailable `secret.missing` */
  secret(reference: string): string
  now(): Date
}
export type RedmineAddress = { address: string; key: string }

export type RedmineClient = {
  /** What its clock said in its last answer; null where it does not say. */
  saysItIs(): Date | null
  /** Null: it is not there, or not for this key. */
  get<Answer extends z.ZodType>(path: string, answer: Answer): Promise<z.output<Answer> | null>
  /** @throws Conflict `beside.refused` with what it says */
  put(path: string, body: unknown): Promise<void>
}

/** @throws Unavailable, Invalid, Limited, Conflict: each says what to do */
export function redmineClient({ address, key }: RedmineAddress, access: Access): RedmineClient {
  let said: Date | null = null
  async function call(method: 'GET' | 'PUT', path: string, body?: unknown) {
    const answer = await callOut(access.secret(address), {
      method,
      path,
      headers: {
        'x-redmine-api-key': access.secret(key),
        accept: 'application/json',
        'user-agent': 'Firstline',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      timeoutMs,
      maxBytes,
    })
    const date = new Date(headerOf(answer.headers, 'date') ?? '')
    said = Number.isNaN(date.getTime()) ? null : date
    refuse(answer, access.now())
    return answer
  }
  return {
    saysItIs: () => said,
    async get(path, schema) {
      const { status, body } = await call('GET', path)
      return status === 404 || status === 403 ? null : understood(schema, parsed(body))
    },
    async put(path, body) {
      const { status } = await call('PUT', path, body)
      if (status === 404 || status === 403) {
        throw new Conflict(
          'beside.refused',
          sentence`Redmine does not let this key change the issue (${status}): it may be gone, or the role of its user lacks “Edit issues”, “Add notes” or “Set notes as private”`,
        )
      }
    },
  }
}

/** Whatever is no answer, but “not there” and “not for you”. */
function refuse({ status, headers, body }: OutboundAnswer, now: Date): void {
  if ((status >= 200 && status < 300) || status === 404 || status === 403) return
  if (status === 401) {
    throw new Invalid(
      'beside.key-refused',
      'Redmine refuses the API key: take the one on the page “My account” of its user, and see that the REST web service is enabled (Administration, Settings, API)',
    )
  }
  if (status === 429 || status === 503) {
    const at = askedFor(headerOf(headers, 'retry-after'), now)
    const wait = at ? Math.ceil((at.getTime() - now.getTime()) / seconds) : pauseSeconds
    throw new Limited('beside.limited', sentence`Redmine asks for a pause of ${wait} seconds`, wait)
  }
  if (status === 422) {
    const said = errorsOf(body)
    throw new Conflict('beside.refused', sentence`Redmine refuses it: ${said}`)
  }
  throw new Unavailable('beside.unavailable', sentence`Redmine answers with ${status}`)
}

const Errors = z.object({ errors: z.array(z.string()) })

function errorsOf(body: string): string {
  try {
    return Errors.parse(JSON.parse(body)).errors.join('; ').slice(0, 300)
  } catch {
    return body.slice(0, 200)
  }
}

function understood<Answer extends z.ZodType>(schema: Answer, answer: unknown): z.output<Answer> {
  const read = schema.safeParse(answer)
  if (read.success) return read.data
  const where = read.error.issues[0]?.path.join('.') ?? ''
  throw new Unavailable(
    'beside.not-understood',
    sentence`Redmine answers otherwise than Redmine 5 does (${where})`,
  )
}

function parsed(body: string): unknown {
  try {
    // PostgreSQL stores no zero byte, and half a character is none
    return JSON.parse(body, (_key, value: unknown) =>
      typeof value === 'string' ? value.replaceAll('\u0000', '').toWellFormed() : value,
    )
  } catch {
    throw new Unavailable(
      'beside.not-json',
      'What answers at the address of Redmine is no JSON: check the address',
    )
  }
}
