import { ownProperty } from '@firstline/contract/own-property'
import type { Sentence } from '@firstline/contract/sentence'
import { sentence } from '#server/core/sentence.ts'
import { VaultFault } from './vault-fault.ts'
import { secretAddress } from './secret-address.ts'
import type { Vault } from './open-vault.ts'

/** Secrets that are fetched before they are used, so that whoever needs one does not wait. */
export type KeptSecrets = {
  /** The value, or why there is none. */
  look(reference: string): { value: string } | { fault: Sentence }
  /**
   * Fetches them anew, and forgets those that are not among them.
   * @returns why the ones that could not be read could not, by their paths
   */
  fetch(references: readonly string[]): Promise<ReadonlyMap<string, VaultFault>>
  /** Fetches some of them anew. @returns whether any has changed */
  renew(references: readonly string[]): Promise<boolean>
}

type Kept = { fields: Record<string, unknown> } | { fault: VaultFault }

export function keepSecrets(vault: Vault): KeptSecrets {
  const kept = new Map<string, Kept>()
  const underWay = new Map<string, Promise<VaultFault | null>>()

  function read(path: string): Promise<VaultFault | null> {
    const reading = underWay.get(path) ?? readNow(path).finally(() => underWay.delete(path))
    underWay.set(path, reading)
    return reading
  }

  async function readNow(path: string): Promise<VaultFault | null> {
    try {
      kept.set(path, { fields: await vault.read(path) })
      return null
    } catch (error) {
      if (!(error instanceof VaultFault)) throw error
      const known = kept.get(path)
      // where Vault is away, what it said last still counts
      if (!known || 'fault' in known || error.isGone) kept.set(path, { fault: error })
      return error
    }
  }

  function look(reference: string) {
    const address = secretAddress(reference)
    if (!address) return { fault: sentence`it must be like vault:secret/data/path#field` }
    const known = kept.get(address.path)
    if (!known) return { fault: sentence`it was not asked for yet` }
    if ('fault' in known) return { fault: known.fault.said }
    const value = ownProperty(known.fields, address.field)
    if (value === undefined) return { fault: sentence`the secret there has no such field` }
    if (typeof value === 'string' && value.trim() !== '') return { value: value.trim() }
    return { fault: sentence`the field there is not a text, or is empty` }
  }

  return {
    look,
    async fetch(references) {
      const paths = pathsOf(references)
      for (const path of kept.keys()) if (!paths.includes(path)) kept.delete(path)
      const told = await Promise.all(paths.map(async (path) => [path, await read(path)] as const))
      return new Map(told.flatMap(([path, fault]) => (fault ? [[path, fault] as const] : [])))
    },
    async renew(references) {
      const values = () => JSON.stringify(references.map(look))
      const before = values()
      await Promise.all(pathsOf(references).map(read))
      return values() !== before
    },
  }
}

function pathsOf(references: readonly string[]): string[] {
  return [...new Set(references.flatMap((each) => secretAddress(each)?.path ?? []))]
}
