import { ownProperty } from '@firstline/contract/own-property'
import { LRUCache } from 'lru-cache'
import { minutes } from '#server/core/clock.ts'
import { Refusal, Unavailable, saidOf } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import type { Directory } from './directory-section.ts'
import { findIdentifiers } from './directory.ts'
import type { Asking } from './directory.ts'
import { knownAs } from './scope.ts'
import type { AccountScope, ScopeOn } from './scope.ts'

type Identifiers = ReadonlyMap<string, string>

/** What the directory answered within the last minute, for what is only shown. */
const answered = new WeakMap<readonly Directory[], LRUCache<string, Promise<Identifiers>>>()

/**
 * The account as a connection knows it: where the connection says that it knows accounts by another id, that id is
 * asked of the directory. Whatever is read of or sent to a connection is read and sent within this scope.
 * @param options.isFresh the directory is asked now, as something hangs on it
 * @throws Unavailable `source.unavailable`
 */
export async function scopeOn(
  sources: Asking,
  scope: AccountScope,
  connection: string,
  { isFresh = false }: { isFresh?: boolean | undefined } = {},
): Promise<ScopeOn> {
  const { connections, directories } = sources.project.current()
  const identifier = ownProperty(connections, connection)?.identifier
  if (identifier === undefined || directories.length === 0) return knownAs(scope, scope.directoryId)
  const ids = await (isFresh ? findIdentifiers : ask)(sources, scope.directoryId).catch(
    (error: unknown) => {
      if (!(error instanceof Refusal)) throw error
      throw new Unavailable('source.unavailable', saidOf(error))
    },
  )
  const id = ids.get(identifier)
  if (id !== undefined) return knownAs(scope, id)
  throw new Unavailable(
    'source.unavailable',
    sentence`“${connection}” knows accounts by “${identifier}”, and the directory has no one such id of this account`,
  )
}

function ask(sources: Asking, directoryId: string): Promise<Identifiers> {
  const { directories } = sources.project.current()
  const known = answered.get(directories) ?? new LRUCache({ max: 1_000, ttl: 1 * minutes })
  answered.set(directories, known)
  const before = known.get(directoryId)
  if (before) return before
  const asked = findIdentifiers(sources, directoryId)
  known.set(directoryId, asked)
  // what failed is asked again
  asked.catch(() => known.delete(directoryId))
  return asked
}
