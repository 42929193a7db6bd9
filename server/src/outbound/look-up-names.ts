import { resolve } from 'node:dns/promises'
import { LRUCache } from 'lru-cache'
import type { DNSResolver } from 'mailauth'

type Records = string[] | string[][]
type Answer = { records: Records } | { none: Error }

const remembered = 60_000
const mostBytes = 16 * 1024 * 1024

/** That there is no such name, or nothing of that kind under it, is an answer; all else may pass. */
const noneCodes: ReadonlySet<unknown> = new Set(['ENOTFOUND', 'ENODATA'])

/**
 * Asks a name server, and of the same name and kind no second time within a minute, nor while it is being asked: mails
 * of one company, or of one large provider, come together, and each asks for up to a dozen names.
 * @param ask a name server
 */
export function createNameLookUp(ask: DNSResolver = askNameServer): DNSResolver {
  const answers = new LRUCache<string, Answer>({
    max: 20_000,
    ttl: remembered,
    maxSize: mostBytes,
    sizeCalculation: (answer) =>
      100 + ('records' in answer ? JSON.stringify(answer.records).length : 0),
    fetchMethod: async (question) => {
      const [type = '', domain = ''] = question.split(' ')
      try {
        return { records: await ask(domain, type) }
      } catch (error) {
        if (error instanceof Error && 'code' in error && noneCodes.has(error.code))
          return { none: error }
        throw error
      }
    },
  })
  return async (domain, type) => {
    const answer = await answers.forceFetch(`${type} ${domain.toLowerCase()}`)
    if ('none' in answer) throw answer.none
    return structuredClone(answer.records)
  }
}

const askNameServer: DNSResolver = async (domain, type) => (await resolve(domain, type)) as Records
