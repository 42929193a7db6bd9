import { minutes, seconds } from '#server/core/clock.ts'
import type { Logger } from '#server/core/log.ts'
import { useKeptSecrets } from '#server/core/secrets.ts'
import { textOf } from '#server/core/sentence.ts'
import { keepSecrets } from '#server/core/vault/keep-secrets.ts'
import { openVault } from '#server/core/vault/open-vault.ts'
import { secretAddress } from '#server/core/vault/secret-address.ts'
import type { VaultFault } from '#server/core/vault/vault-fault.ts'
import type { ProjectStore } from './project.ts'

export type FollowedSecrets = {
  /** Each place in Vault that the project names, and why nothing is there for us; null: something is. */
  all(): { reference: string; fault: string | null }[]
  stop(): void
}

type Wants = {
  env: NodeJS.ProcessEnv
  log: Logger
  /** Does it later. @returns how to call it off */
  after?: (milliseconds: number, work: () => void) => () => void
}

/** A secret that was replaced in Vault counts within this time. */
const everyMs = 1 * minutes
const firstPauseMs = 1 * seconds

/**
 * Fetches what the project names of Vault, before anything is asked with it, and again and again. Without
 * Vault the desk runs, and comes to its secrets when Vault is there.
 */
export async function followSecrets(
  project: ProjectStore,
  { env, log, after = afterTime }: Wants,
): Promise<FollowedSecrets> {
  const kept = keepSecrets(openVault(env))
  const stopUsing = useKeptSecrets(env, kept)
  let told = new Map<string, string>()
  let pauseMs = firstPauseMs
  let callOff = () => {}
  let isStopped = false

  async function fetch() {
    callOff()
    const faults = await kept.fetch(referencesIn(project))
    told = tell(log, told, faults)
    pauseMs = faults.size > 0 ? Math.min(pauseMs * 2, everyMs) : firstPauseMs
    callOff()
    if (!isStopped) callOff = after(faults.size > 0 ? pauseMs : everyMs, again)
  }

  function again() {
    fetch().catch((error: unknown) => log.error({ err: error }, 'secrets were not fetched'))
  }

  await fetch()
  const stopListening = project.onChange(again)
  return {
    all: () =>
      referencesIn(project).map((reference) => {
        const found = kept.look(reference)
        return { reference, fault: 'fault' in found ? textOf(found.fault) : null }
      }),
    stop() {
      isStopped = true
      callOff()
      stopListening()
      stopUsing()
    },
  }
}

/** Said when it begins, changes and ends, not each time. */
function tell(
  log: Logger,
  told: ReadonlyMap<string, string>,
  faults: ReadonlyMap<string, VaultFault>,
): Map<string, string> {
  const now = new Map([...faults].map(([path, { message }]) => [path, message]))
  for (const [path, why] of now)
    if (told.get(path) !== why) log.warn({ path, why }, 'a secret cannot be had from Vault')
  for (const path of told.keys())
    if (!now.has(path)) log.info({ path }, 'a secret can be had from Vault again')
  return now
}

/** Only firstline.yaml and the credentials of actions name secrets. */
function referencesIn(project: ProjectStore): string[] {
  const named = [
    ...project.files('Project').map(({ definition }) => definition),
    ...project.files('Action').map(({ definition }) => definition.run),
  ]
  return [...new Set(named.flatMap(textsIn))].filter((text) => secretAddress(text) !== null)
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

function afterTime(milliseconds: number, work: () => void): () => void {
  const timer = setTimeout(work, milliseconds)
  timer.unref()
  return () => clearTimeout(timer)
}
