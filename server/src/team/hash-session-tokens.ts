import { createHash } from 'node:crypto'
import type { BetterAuthOptions, DBAdapter, DBTransactionAdapter, Where } from 'better-auth'

type Open = (options: BetterAuthOptions) => DBAdapter
type Methods = Omit<DBTransactionAdapter, 'transaction'>
type Row = Record<string, unknown>

/**
 * better-auth keeps a session's token as the browser has it. Here the database has its SHA-256 only:
 * who reads the table, or a backup of it, cannot sign in with it. The token has 32 random characters,
 * so that a hash without salt is enough. Whoever asked by the token gets it back in the answer, as the
 * cookie is written from it.
 */
export function hashSessionTokens(open: Open): Open {
  return (options) => {
    const adapter = open(options)
    return {
      ...adapter,
      ...hashing(adapter),
      // oxlint-disable-next-line no-restricted-properties -- the library's own
      transaction: (work) => adapter.transaction((trx) => work({ ...trx, ...hashing(trx) })),
    }
  }
}

export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

function hashing(inner: Methods): Methods {
  return {
    ...inner,
    async create(asked) {
      const row = await inner.create({ ...asked, data: hashedIn(asked.model, asked.data) })
      return shown(asked.model, row, tokenIn(asked.data)) as never
    },
    async findOne(asked) {
      return shown(asked.model, await inner.findOne(hashedWhere(asked)), askedToken(asked))
    },
    findMany: (asked) =>
      inner.findMany(asked.where ? hashedWhere({ ...asked, where: asked.where }) : asked),
    count: (asked) =>
      inner.count(asked.where ? hashedWhere({ ...asked, where: asked.where }) : asked),
    async update(asked) {
      const update = hashedIn(asked.model, asked.update)
      const row = await inner.update<Row>({ ...hashedWhere(asked), update })
      return shown(asked.model, row, tokenIn(asked.update) ?? askedToken(asked)) as never
    },
    updateMany: (asked) =>
      inner.updateMany({ ...hashedWhere(asked), update: hashedIn(asked.model, asked.update) }),
    delete: (asked) => inner.delete(hashedWhere(asked)),
    deleteMany: (asked) => inner.deleteMany(hashedWhere(asked)),
    async consumeOne(asked) {
      return shown(asked.model, await inner.consumeOne(hashedWhere(asked)), askedToken(asked))
    },
    async incrementOne(asked) {
      return shown(asked.model, await inner.incrementOne(hashedWhere(asked)), askedToken(asked))
    },
  }
}

function tokenIn(data: Row): string | undefined {
  return typeof data.token === 'string' ? data.token : undefined
}

function hashedIn<Data extends Row>(model: string, data: Data): Data {
  const token = tokenIn(data)
  return model === 'session' && token !== undefined ? { ...data, token: hashOfToken(token) } : data
}

/** A list of tokens is one that was read from the table, as when all of a person's sessions end. */
function hashedWhere<Asked extends { model: string; where: Where[] }>(asked: Asked): Asked {
  if (asked.model !== 'session') return asked
  const where = asked.where.map((one) =>
    one.field === 'token' && typeof one.value === 'string'
      ? { ...one, value: hashOfToken(one.value) }
      : one,
  )
  return { ...asked, where }
}

function askedToken({ where }: { where: Where[] }): string | undefined {
  const asked = where.find(({ field, value }) => field === 'token' && typeof value === 'string')
  return typeof asked?.value === 'string' ? asked.value : undefined
}

function shown<Found>(model: string, row: Found, token: string | undefined): Found {
  const isSession = model === 'session' && typeof row === 'object' && row !== null
  return isSession && token !== undefined && 'token' in row ? { ...row, token } : row
}
