import { existsSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '@firstline/server/core/config'

/** One line for people: the folder to keep, and where its database is when it had to lie elsewhere. */
export function whereDataLies({ home }: Config): string {
  const asked = join(home, 'postgres')
  if (!existsSync(asked)) return home // a database of their own
  const real = realpathSync(asked)
  if (real === join(realpathSync(home), 'postgres')) return home
  return `${home}, its database in ${real}: PostgreSQL's account cannot enter ${home}`
}
