import { readFileSync } from 'node:fs'
import { ownProperty } from '@firstline/contract/own-property'
import { sentence } from '#server/core/sentence.ts'
import { VaultFault } from './vault-fault.ts'

/** How Vault is reached and who we are there, as the environment says. */
export type VaultAccess = {
  address: string
  namespace: string | null
  /** PEM: who signs Vault's own certificate. */
  ca: string | null
  login: Login
}
type Login =
  | { kind: 'token'; token: string }
  /** An agent beside us keeps it fresh: read again each time. */
  | { kind: 'token-file'; path: string }
  | { kind: 'role'; path: string; roleId: string; secretId: string }

/** @throws VaultFault, naming what is to be set */
export function vaultAccess(env: NodeJS.ProcessEnv): VaultAccess {
  const named = (name: string) => ownProperty(env, name)?.trim() || null
  const address = named('VAULT_ADDR')
  if (address === null) {
    throw new VaultFault(
      sentence`VAULT_ADDR is not set where Firstline runs: it says where Vault is`,
    )
  }
  if (!/^https?:$/.test(URL.parse(address)?.protocol ?? '')) {
    throw new VaultFault(sentence`VAULT_ADDR is no address like https://vault.internal:8200`)
  }
  const ca = named('VAULT_CACERT')
  return {
    address,
    namespace: named('VAULT_NAMESPACE'),
    ca: ca === null ? null : readNamed('VAULT_CACERT', ca),
    login: loginOf(named),
  }
}

function loginOf(named: (name: string) => string | null): Login {
  const [token, path, roleId] = ['VAULT_TOKEN', 'VAULT_TOKEN_FILE', 'VAULT_ROLE_ID'].map(named)
  if ([token, path, roleId].filter(Boolean).length !== 1) {
    throw new VaultFault(
      sentence`Set one of VAULT_TOKEN, VAULT_TOKEN_FILE or VAULT_ROLE_ID with its secret id, so that Vault knows us`,
    )
  }
  if (token) return { kind: 'token', token }
  if (path) return { kind: 'token-file', path }
  const file = named('VAULT_SECRET_ID_FILE')
  const secretId = file ? readNamed('VAULT_SECRET_ID_FILE', file) : named('VAULT_SECRET_ID')
  if (!secretId || !roleId) {
    throw new VaultFault(sentence`VAULT_ROLE_ID needs VAULT_SECRET_ID or VAULT_SECRET_ID_FILE`)
  }
  return { kind: 'role', path: named('VAULT_AUTH_PATH') ?? 'approle', roleId, secretId }
}

/** @throws VaultFault, which names the variable and not what is in the file */
export function readNamed(name: string, path: string): string {
  const text = readIfThere(path)
  if (text) return text
  throw new VaultFault(sentence`The file that ${name} names cannot be read, or is empty`)
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return null
  }
}
