import type { Fetch } from './desk-people.ts'

export type Alert = {
  name: string
  summary: string
  severity: 'critical' | 'warning'
  services: readonly string[]
  startsAt: Date
  /** It is over. */
  endsAt?: Date
}

/** As the company's Alertmanager tells it, webhook version 4. */
export async function tellAlert(
  { deskUrl, token }: { deskUrl: string; token: string },
  fetch: Fetch,
  { name, summary, severity, services, startsAt, endsAt }: Alert,
): Promise<void> {
  const status = endsAt ? 'resolved' : 'firing'
  const times = {
    startsAt: startsAt.toISOString(),
    endsAt: endsAt?.toISOString() ?? '0001-01-01T00:00:00Z',
  }
  const answer = await fetch(`${deskUrl}/v1/hooks/alertmanager`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({
      version: '4',
      groupKey: `{}:{alertname="${name}"}`,
      status,
      receiver: 'firstline',
      commonLabels: { alertname: name, severity },
      commonAnnotations: { summary },
      alerts: services.map((service) => ({ status, labels: { service }, ...times })),
    }),
  })
  if (!answer.ok) throw new Error(`The alert ${name}: ${answer.status} ${await answer.text()}`)
}

/** What was broken before this day's end, and what is broken now. */
export function alertsUntil(now: Date): { over: (Alert & { endsAt: Date })[]; open: Alert } {
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
  return {
    over: [
      {
        name: 'MailQueueLong',
        summary: 'Mails leave late: the queue is 40 minutes long',
        severity: 'warning',
        services: ['mail'],
        startsAt: ago(27 * 60),
        endsAt: ago(25 * 60),
      },
      {
        name: 'ExportWorkersDown',
        summary: 'Exports fail: two of three workers are down',
        severity: 'critical',
        services: ['exports'],
        startsAt: ago(4 * 60),
        endsAt: ago(3 * 60),
      },
    ],
    open: {
      name: 'WebhookDeliveryStuck',
      summary: 'Webhooks are not delivered: the dispatcher stands still',
      severity: 'critical',
      services: ['webhooks'],
      startsAt: ago(12),
    },
  }
}
