import { momentOf, listAt, textAt, textOf, valueAt } from '#server/changes/read-path.ts'
import type { IncidentDraft, ReadMessage } from './drafts.ts'

/** A group of alerts, version 4: https://prometheus.io/docs/alerting/latest/configuration/#webhook_config */
export const readAlertmanager: ReadMessage = (body) => {
  const [key, status] = [textAt(body, 'groupKey'), textAt(body, 'status')]
  if (key === undefined || (status !== 'firing' && status !== 'resolved')) {
    return { ignored: 'it is no group of alerts that is firing or resolved' }
  }
  const alerts = listAt(body, 'alerts')
  const labels = (name: string) => [
    ...new Set(alerts.flatMap((alert) => textAt(alert, `labels.${name}`) ?? [])),
  ]
  const times = (name: string) =>
    alerts.flatMap((alert) => momentOf(valueAt(alert, name))?.getTime() ?? [])
  const services = labels('service')
  return {
    incidents: [
      {
        id: key,
        title:
          textAt(body, 'commonAnnotations.summary', 'commonLabels.alertname') ??
          textAt(alerts[0], 'annotations.summary', 'labels.alertname'),
        impact: textAt(body, 'commonLabels.severity') ?? labels('severity')[0],
        services: services.length > 0 ? services : labels('job'),
        url: textAt(body, 'externalURL'),
        isOpen: status === 'firing',
        openedAt: earliest(times('startsAt')),
        at: status === 'firing' ? earliest(times('startsAt')) : latest(times('endsAt')),
      },
    ],
  }
}

const earliest = (times: readonly number[]) => (times.length > 0 ? Math.min(...times) : undefined)
const latest = (times: readonly number[]) => (times.length > 0 ? Math.max(...times) : undefined)

/** https://developer.pagerduty.com/docs/webhooks-overview (V3) */
export const readPagerduty: ReadMessage = (body) => {
  const type = textAt(body, 'event.event_type') ?? 'a message without event_type'
  const incident = valueAt(body, 'event.data')
  const id = textAt(incident, 'id')
  const isIncident =
    /^incident\.(?:triggered|acknowledged|unacknowledged|escalated|reassigned|delegated|priority_updated|service_updated|resolved|reopened)$/
  if (!isIncident.test(type) || id === undefined) {
    return { ignored: `“${type}” tells nothing of an incident that opened, changed or ended` }
  }
  return {
    incidents: [
      {
        id,
        title: textAt(incident, 'title'),
        impact: textAt(incident, 'priority.summary', 'urgency'),
        services: [textAt(incident, 'service.summary')].filter((name) => name !== undefined),
        url: textAt(incident, 'html_url'),
        isOpen: textAt(incident, 'status') !== 'resolved' && type !== 'incident.resolved',
        openedAt: textAt(incident, 'created_at'),
        at: textAt(body, 'event.occurred_at'),
      },
    ],
  }
}

/** https://support.atlassian.com/opsgenie/docs/opsgenie-edge-connector-alert-action-data/ */
export const readOpsgenie: ReadMessage = (body) => {
  const action = textAt(body, 'action') ?? 'a message without action'
  const alert = valueAt(body, 'alert')
  const id = textAt(alert, 'alertId')
  const known =
    /^(?:Create|Acknowledge|UnAcknowledge|Escalate|UpdatePriority|UpdateMessage|UpdateDescription|Close|Delete)$/
  if (!known.test(action) || id === undefined) {
    return { ignored: `“${action}” tells nothing of an alert that opened, changed or ended` }
  }
  const draft: IncidentDraft = {
    id,
    title: textAt(alert, 'message'),
    impact: textAt(alert, 'priority'),
    services: [valueAt(alert, 'details.service'), valueAt(alert, 'entity')].flatMap(
      (name) => textOf(name) ?? [],
    ),
    url: undefined,
    isOpen: action !== 'Close' && action !== 'Delete',
    openedAt: textAt(alert, 'createdAt'),
    at: action === 'Create' ? textAt(alert, 'createdAt') : undefined,
  }
  return { incidents: [draft] }
}
