import type { RedisFile, SourceFile } from '@firstline/contract/formats/source'
import { parseKey } from '#server/connections/redis-key.ts'
import { sentence } from '#server/core/sentence.ts'
import { nearest } from '#server/core/spelling.ts'
import { problem } from '#server/project/project-document.ts'
import type { FileProblem, LoadedFile } from '#server/project/project-document.ts'
import { keyNames } from './load-sources.ts'

/** What a source that reads a key must say: the account in the key, and whose each row is. */
export function checkKey(file: LoadedFile, source: SourceFile, redis: RedisFile): FileProblem[] {
  const line = file.lineOf(['redis', 'key'])
  const names = keyNames(source)
  const parsed = parseKey(redis.key, names)
  if ('reason' in parsed) {
    const [, named] = /\{([^{}]*)\}/.exec(redis.key) ?? []
    const meant = named === undefined || names.includes(named) ? null : nearest(named, names)
    return [problem(line, sentence`redis.key: ${parsed.reason}`, meant)]
  }
  const asks = parsed.key.some((part) => 'path' in part && part.path === 'scope.account_id')
  return [
    ...(asks
      ? []
      : [
          problem(
            line,
            sentence`redis.key: never asks for the account`,
            'key: cart:{scope.account_id}',
          ),
        ]),
    ...ownerProblems(file, source, redis),
    ...needless(file, redis),
  ]
}

function ownerProblems(
  file: LoadedFile,
  { account_column: column }: SourceFile,
  { owner, json, read }: RedisFile,
): FileProblem[] {
  const hasFields = read === 'hash' || json === true
  if (column !== undefined && owner !== undefined)
    return [
      problem(
        file.lineOf(['redis', 'owner']),
        sentence`redis.owner: account_column says already whose a row is`,
      ),
    ]
  if (column !== undefined && !hasFields)
    return [
      problem(
        file.lineOf(['account_column']),
        sentence`account_column: a value without fields does not say whose it is`,
        'owner: key',
      ),
    ]
  if (column !== undefined || owner !== undefined) return []
  const reason = sentence`“account_column” is missing: every row must say which account it belongs to, or “owner: key” that your system names its keys so`
  return [problem(file.lineOf(['redis']), reason, 'owner: key')]
}

/** What the kind of value cannot have. */
function needless(file: LoadedFile, { read, json, last_first }: RedisFile): FileProblem[] {
  const wrong = (key: string) =>
    problem(file.lineOf(['redis', key]), sentence`redis.${key}: “read: ${read}” has no such thing`)
  return [
    ...(json !== undefined && (read === 'hash' || read === 'expiry') ? [wrong('json')] : []),
    ...(last_first !== undefined && read !== 'list' && read !== 'sorted_set'
      ? [wrong('last_first')]
      : []),
  ]
}
