import type { Change } from '@firstline/contract/changes'
import type { TFunction } from 'i18next'

/** What changed and how, to be put into one sentence. */
export function changeWords(
  change: Change,
  t: TFunction<'changes'>,
): { what: string; how: string } {
  if (change.kind === 'status') return { what: change.title, how: t(`state.${change.to}`) }
  const version = shortVersion(change.version)
  if (change.kind === 'deploy') {
    const how = change.outcome === 'live' ? t('deployed') : t('deployFailed')
    return { what: `${change.service} ${version}`, how }
  }
  return { what: change.name, how: t(`told.${change.kind}`, { version }) }
}

/** Of a commit as much as people say. */
export function shortVersion(version: string): string {
  return /^[0-9a-f]{40}$/.test(version) ? version.slice(0, 10) : version
}
