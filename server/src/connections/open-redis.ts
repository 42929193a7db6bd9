import { isUtf8 } from 'node:buffer'
import { ErrorReply, RESP_TYPES as respTypes, createClient } from '@redis/client'
import { z } from 'zod'
import { parseExactJson } from '#server/core/exact-json.ts'
import { Forbidden } from '#server/core/errors.ts'
import { guardedLookup, refuseForbiddenLiteral } from '#server/outbound/call-out.ts'
import type { OutboundTls } from '#server/outbound/call-out.ts'
import { AnswerTooLarge, QueryTimeout, SignInRefused } from './database.ts'
import { patience } from './patience.ts'
import { QueryRefused } from './read-series.ts'
import type { Row } from './row-types.ts'

export type RedisRead = {
  read: 'string' | 'hash' | 'list' | 'set' | 'sorted_set' | 'expiry'
  key: string
  /** Whether each value is an object of JSON. */
  isJson: boolean
  /** Of a list its end first, of a sorted set the highest score. */
  isLastFirst: boolean
}
type Limits = { timeoutMs: number; /** rows */ limit: number }

/** A server of Redis, Valkey or what else speaks RESP2: one key is read, and nothing is written. */
export type RedisConnection = {
  /** @throws QueryTimeout, QueryRefused, SignInRefused, AnswerTooLarge, and whatever the network says */
  read(read: RedisRead, limits: Limits): Promise<Row[]>
  stop(): Promise<void>
}

const maxBytes = 1024 * 1024
const maxFields = 1_000

/** @param onLost told of a connection that broke after it stood */
export function openRedis(
  url: string,
  tls: OutboundTls | null,
  onLost: (error: Error) => void,
): RedisConnection {
  let standing: Promise<Client> | null = null

  async function connected(): Promise<Client> {
    standing ??= connect(url, tls, (error) => {
      standing = null
      onLost(error)
    })
    const connecting = standing
    try {
      return await connecting
    } catch (error) {
      if (standing === connecting) standing = null
      throw error
    }
  }

  /** Whoever still waits on it has waited behind the one that did not come. */
  async function cut(): Promise<void> {
    const cutting = standing
    standing = null
    const client = await cutting?.catch(() => null)
    client?.destroy()
  }

  return {
    async read(read, { timeoutMs, limit }) {
      const late = Promise.withResolvers<never>()
      const timer = setTimeout(() => late.reject(new QueryTimeout()), timeoutMs)
      try {
        const asking = connected().then((client) => rowsOf(askerOn(client), read, limit))
        return await Promise.race([asking, late.promise])
      } catch (error) {
        if (error instanceof QueryTimeout) void cut()
        throw meantBy(error)
      } finally {
        clearTimeout(timer)
      }
    },
    async stop() {
      const client = await standing?.catch(() => null)
      // what is under way is answered yet
      if (client?.isOpen) await client.close()
    },
  }
}

/** What is used of the library's client, whose own type is that of every command there is. */
type Client = {
  readonly isOpen: boolean
  sendCommand<Answer>(command: string[], options: { typeMapping: object }): Promise<Answer>
  close(): Promise<unknown>
  destroy(): void
}

async function connect(
  url: string,
  tls: OutboundTls | null,
  onLost: (error: Error) => void,
): Promise<Client> {
  const { protocol, hostname } = new URL(url)
  if (protocol !== 'redis:' && protocol !== 'rediss:')
    throw new Error('the address of a Redis begins with redis:// or rediss://')
  const host = hostname.replace(/^\[|\]$/g, '')
  refuseForbiddenLiteral(host, 'declared')
  const client = createClient({
    url,
    RESP: 2,
    disableClientInfo: true,
    socket: {
      lookup: guardedLookup(host, 'declared'),
      connectTimeout: patience.toConnect,
      // whoever reads next connects anew
      reconnectStrategy: false,
      ...(protocol === 'rediss:' ? tls : null),
    },
  })
  let hasStood = false
  client.on('error', (error: Error) => {
    if (hasStood) onLost(error)
  })
  await client.connect()
  hasStood = true
  return client
}

type Ask = <Answer>(...command: string[]) => Promise<Answer>

/** Values come as bytes: not every one is a text. */
function askerOn(client: Client): Ask {
  const typeMapping = { [respTypes.BLOB_STRING]: Buffer }
  return (...command) => client.sendCommand(command, { typeMapping })
}

/** A list of JSON is a row for each of its objects. */
function rowsIn(value: Buffer, isJson: boolean): Row[] {
  if (!isJson) return [{ value: textOf(value) }]
  const said = parseExactJson(value.toString())
  return (Array.isArray(said) ? said : [said]).map(objectIn)
}

function jsonRow(value: Buffer): Row {
  return objectIn(parseExactJson(value.toString()))
}

const rowForm = z.record(z.string(), z.unknown())

function objectIn(said: unknown): Row {
  const { data, success } = rowForm.safeParse(said)
  if (!success) throw new Error('the value is no object of JSON')
  return data
}

/** How much there is is asked first, wherever it cannot be said how much may come. */
async function rowsOf(ask: Ask, { read, key, isJson, isLastFirst }: RedisRead, limit: number) {
  const row = isJson ? jsonRow : (value: Buffer): Row => ({ value: textOf(value) })
  switch (read) {
    case 'string': {
      if ((await ask<number>('STRLEN', key)) > maxBytes) throw new AnswerTooLarge()
      const value = await ask<Buffer | null>('GET', key)
      return value === null ? [] : rowsIn(value, isJson)
    }
    case 'hash': {
      if ((await ask<number>('HLEN', key)) > maxFields) throw new AnswerTooLarge()
      const pairs = pairsOf(bounded(await ask<Buffer[]>('HGETALL', key)))
      const fields = pairs.map(([name, value]) => [textOf(name), textOf(value)])
      return fields.length === 0 ? [] : [Object.fromEntries(fields)]
    }
    case 'list': {
      const [from, to] = isLastFirst ? [-limit, -1] : [0, limit - 1]
      const values = bounded(await ask<Buffer[]>('LRANGE', key, String(from), String(to)))
      return (isLastFirst ? values.toReversed() : values).map(row)
    }
    case 'set':
      // distinct ones, and all of them where there are no more
      return bounded(await ask<Buffer[]>('SRANDMEMBER', key, String(limit)))
        .toSorted((a, b) => a.compare(b))
        .map(row)
    case 'sorted_set': {
      const range = isLastFirst ? 'ZREVRANGE' : 'ZRANGE'
      const answer = await ask<Buffer[]>(range, key, '0', String(limit - 1), 'WITHSCORES')
      return pairsOf(bounded(answer)).map(([member, score]) => ({
        ...row(member),
        score: Number(textOf(score)),
      }))
    }
    case 'expiry': {
      const seconds = await ask<number>('TTL', key)
      return seconds === -2 ? [] : [{ expires_in_s: seconds === -1 ? null : seconds }]
    }
  }
}

function bounded(values: Buffer[]): Buffer[] {
  if (values.reduce((sum, { length }) => sum + length, 0) > maxBytes) throw new AnswerTooLarge()
  return values
}

function pairsOf(values: readonly Buffer[]): [Buffer, Buffer][] {
  return values.flatMap((name, index): [Buffer, Buffer][] => {
    const value = values[index + 1]
    return index % 2 === 0 && value ? [[name, value]] : []
  })
}

/** As rows of databases have it: what is no text is told by its size. */
function textOf(value: Buffer): string {
  return isUtf8(value) ? value.toString() : `${value.length} bytes`
}

/** NOAUTH, WRONGPASS: who signs in; all else an error says is of the command. */
function meantBy(error: unknown): unknown {
  if (error instanceof ErrorReply) {
    const isSignIn = /^(?:NOAUTH|WRONGPASS)\b/.test(error.message)
    return isSignIn ? new SignInRefused() : new QueryRefused(error.message.slice(0, 400))
  }
  if (error instanceof Error && error.cause instanceof Forbidden) return error.cause
  return error
}
