import type { ComponentState, ToldKind } from '@firstline/contract/changes'
import type { NewEvent } from '#server/core/events.ts'

export type ComponentChange = {
  name: string
  title: string
  /** Null: seen for the first time, and not operational. */
  from: ComponentState | null
  to: ComponentState
  at: Date
  note: string
}

type Recorded = { id: string; service: string; version: string; environment: string }

/** Of a change that is told as it happens, by its kind. */
export function changeTold({
  kind,
  name,
  ...told
}: Recorded & { kind: ToldKind; name: string }): NewEvent {
  const { id, service, version, environment } = told
  const data = { id, service, version, environment }
  if (kind === 'flag') return { name: 'flag.changed', data: { ...data, flag: name } }
  if (kind === 'config') return { name: 'config.changed', data: { ...data, setting: name } }
  return { name: 'deploy.recorded', data }
}

export function outcomeChanged({
  id,
  service,
  version,
  environment,
  outcome,
}: Recorded & { outcome: string }): NewEvent {
  return { name: 'deploy.outcome_changed', data: { id, service, version, environment, outcome } }
}

export function statusChanged({ name, from, to }: ComponentChange): NewEvent {
  return { name: 'status.changed', data: { component: name, from, to } }
}

/** Another title, note or set of components; no state changed. */
export function statusNoted(components: number): NewEvent {
  return { name: 'status.noted', data: { components } }
}

export function incidentOpened(id: string, title: string): NewEvent {
  return { name: 'incident.opened', data: { id, title } }
}

/** Another title, impact or service; or it went on after its end. */
export function incidentUpdated(id: string, title: string): NewEvent {
  return { name: 'incident.updated', data: { id, title } }
}

export function incidentEnded(id: string, title: string): NewEvent {
  return { name: 'incident.ended', data: { id, title } }
}
