import type { NewEvent } from '#server/core/events.ts'
import type { ComponentChange } from './record-status.ts'

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
