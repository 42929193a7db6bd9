import { publicEventNames } from '../contract/src/events.ts'
import type { PublicEventName } from '../contract/src/events.ts'
import { carriesMessage, publicFieldsOf } from '../contract/src/webhook-payloads.ts'
import { withGenerated } from './with-generated.ts'

/** The page with what each event says outside, as the catalogue has it today. */
export function withWebhookEvents(page: string): string {
  return withGenerated(page, 'events that go out', eventTable())
}

function eventTable(): string {
  const rows = publicEventNames.toSorted().map(rowOf)
  return ['| Event | `fields` | words |', '| --- | --- | --- |', ...rows].join('\n')
}

function rowOf(name: PublicEventName): string {
  const always = publicFieldsOf(name, false)
  const words = publicFieldsOf(name, true).filter((field) => !always.includes(field))
  const message = carriesMessage(name) ? ['`message`'] : []
  return `| \`${name}\` | ${always.join(', ')} | ${[...words, ...message].join(', ')} |`
}
