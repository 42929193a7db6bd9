import type { ActorRef } from '@firstline/contract/common'
import type { i18n as I18n, TFunction } from 'i18next'
import { textOf } from '#web/ui/record-fields.ts'
import type { Titles } from './useTitles.ts'
import type { TimelineEvent } from './timeline-event.ts'

interface Words {
  t: TFunction<'conversation'>
  i18n: I18n
  titles: Titles
}

/** The event as a sentence; one this page does not know is named as the record names it. */
export function eventWords(event: TimelineEvent, { t, i18n, titles }: Words): string {
  const { name, actor, data } = event
  const key = `event.${name}${variantOf(event)}`
  if (!i18n.exists(key, { ns: 'conversation' })) {
    return t('eventUnknown', { name, actor: actor.name })
  }
  const values = {
    ...texts(data),
    actor: actor.name,
    ...(typeof data.type === 'string' && { type: titles.type(data.type) }),
    ...(typeof data.runbook === 'string' && { runbook: titles.runbook(data.runbook) }),
    ...(typeof data.at === 'string' && { at: timeWords(data.at, i18n.language) }),
    ...(typeof data.channel === 'string' && { channel: channelWords(data.channel, t) }),
  }
  const translate = t as (key: string, values: object) => string
  return translate(key, values)
}

/** Of an imported ticket it is whatever the other desk called it. */
function channelWords(channel: string, t: Words['t']): string {
  return channel === 'email' || channel === 'api'
    ? t(`channel.${channel}`)
    : t('channel.other', { channel })
}

/** Where one event says two things. */
function variantOf({ name, data, actor }: TimelineEvent): string {
  if (name === 'ticket.reopened') {
    if (data.by === 'agent') return '_agent'
    return data.is_broken === false ? '_late' : ''
  }
  if (name === 'ticket.assigned') return assignedTo(data, actor)
  if (name === 'ticket.problem_started') return data.at ? '' : '_unknown'
  if (name === 'rating.given') return data.value === 'up' ? '_up' : '_down'
  if (name === 'message.judged') return data.judged ? '_as' : ''
  if (name === 'runbook.unclassified') return listOf(data.matched) ? '_several' : ''
  if (name === 'action.stopped' || name === 'action.resumed') return data.action ? '' : '_all'
  if (name === 'opportunity.decided') return data.state === 'started' ? '' : `_${data.state}`
  if (name === 'lesson.learned') return data.is_learned === false ? '_not' : ''
  if (name === 'win.told') return data.is_sent === false ? '_not' : ''
  return ''
}

function assignedTo(data: Record<string, unknown>, actor: ActorRef): string {
  if (!data.name) return '_nobody'
  return data.person === actor.id ? '_self' : ''
}

/** Happens often and says little, or is said elsewhere on the page; shown when asked for. */
export function isQuiet({ name, actor }: TimelineEvent): boolean {
  return quiet.has(name) || (name === 'ticket.type_changed' && actor.kind === 'system')
}

const quiet = new Set([
  'account.viewed',
  'message.retried',
  'phrase.taught',
  'rating.requested',
  'runbook.check_answered',
  'runbook.checks_repeated',
  'runbook.matched',
  'runbook.pick_chosen',
  'ticket.answered',
  'ticket.received',
  'ticket.waiting',
])

function texts(data: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      listOf(value) ?? (value === null || value === undefined ? '–' : textOf(value)),
    ]),
  )
}

function listOf(value: unknown): string | null {
  return Array.isArray(value) && value.length > 0 ? value.join(', ') : null
}

function timeWords(at: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(at),
  )
}
