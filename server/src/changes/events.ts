import type { ComponentState } from '@firstline/contract/changes'
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

export function deployRecorded(deploy: {
  id: string
  service: string
  version: string
  environment: string
}): NewEvent {
  return { name: 'deploy.recorded', data: { ...deploy } }
}

export function statusChanged({ name, from, to }: ComponentChange): NewEvent {
  return { name: 'status.changed', data: { component: name, from, to } }
}

/** Another title, note or set of components; no state changed. */
export function statusNoted(components: number): NewEvent {
  return { name: 'status.noted', data: { components } }
}
