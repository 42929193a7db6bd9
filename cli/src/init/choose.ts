import { Refusal } from '@firstline/server/errors'
import type { TableFacts } from '@firstline/server/connections/catalogue'
import { findAccountTables, idOf } from './find-accounts.ts'
import type { AccountTable } from './find-accounts.ts'

/** What can be chosen from a list, whatever it is. */
export type Choosable = {
  id: string
  title: string
  of: string
  reasons: string[]
  isLikely: boolean
}

/** Who decides: flags and the likeliest, or a person on a terminal. */
export type Chooser = {
  accounts(
    candidates: readonly AccountTable[],
    tables: readonly TableFacts[],
  ): Promise<AccountTable | null>
  sources<Each extends Choosable>(
    from: string,
    proposals: readonly Each[],
    proposed: number,
  ): Promise<Each[]>
}

/**
 * @param named a table of customers, and sources; without them the likeliest are taken
 */
export function chooseByFlags(named: {
  accounts: string | null
  sources: readonly string[]
}): Chooser {
  return {
    accounts: async (candidates, tables) =>
      named.accounts === null ? (candidates[0] ?? null) : accountNamed(named.accounts, tables),
    async sources(_, proposals, proposed) {
      if (named.sources.length === 0) return likely(proposals, proposed)
      return proposals.filter((each) => named.sources.some((name) => isNamed(each, name)))
    },
  }
}

/** What nobody named is taken only where it is likely to be asked for. */
export function likely<Each extends Choosable>(proposals: readonly Each[], most: number): Each[] {
  return proposals.filter(({ isLikely }) => isLikely).slice(0, most)
}

export function isNamed({ id, of }: Pick<Choosable, 'id' | 'of'>, name: string): boolean {
  return name === id || name === of
}

function accountNamed(name: string, tables: readonly TableFacts[]): AccountTable {
  const table = tables.find((each) => name === each.name || name === `${each.schema}.${each.name}`)
  const id = table && idOf(table)
  if (table && id) {
    const [found] = findAccountTables([table])
    return found ?? { table, id, weight: 0, reason: 'you named it' }
  }
  const reason = table ? 'has no key of one column' : 'is not there, or its role may not read it'
  throw new Refusal('invalid', 'init.accounts', `The table ${name} ${reason}. Nothing was written.`)
}
