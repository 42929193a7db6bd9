import type { ActorRef } from '@firstline/contract/common'
import { catalogueRowOf, knownEvent } from '@firstline/contract/events'
import type { DataOf, EventName } from '@firstline/contract/events'
import { ownProperty } from '@firstline/contract/own-property'
import type { i18n as I18n, TFunction } from 'i18next'
import { dateFormat } from '#web/ui/intl.ts'
import { textOf } from '#web/ui/record-fields.ts'
import type { Titles } from './useTitles.ts'
import type { TimelineEvent } from './timeline-event.ts'

type Words = {
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
    ...(typeof data.until === 'string' && { until: timeWords(data.until, i18n.language) }),
    ...(typeof data.at === 'string' && { at: timeWords(data.at, i18n.language) }),
    ...(data.desk === 'redmine' && { desk: t('desk.redmine') }),
    ...(typeof data.channel === 'string' && { channel: channelWords(data.channel, t) }),
  }
  const translate = t as (key: string, values: object) => string
  return translate(key, values)
}

/** Of an imported ticket it is whatever the other desk called it. */
function channelWords(channel: string, t: Words['t']): string {
  return channel === 'email' || channel === 'api' || channel === 'portal' || channel === 'redmine'
    ? t(`channel.${channel}`)
    : t('channel.other', { channel })
}

/** Where one event says two things. */
function variantOf(event: TimelineEvent): string {
  const known = knownEvent(event)
  if (!known) return ''
  const variant = ownProperty<VariantOf>(variants, known.name)
  return variant?.(known.data as never, event.actor) ?? ''
}

const assignedTo: Variant<'ticket.assigned'> = ({ name, person }, actor) => {
  if (!name) return '_nobody'
  return person === actor.id ? '_self' : ''
}
const reopened: Variant<'ticket.reopened'> = (data) => {
  if (data.by === 'agent') return '_agent'
  return data.is_broken === false ? '_late' : ''
}

const variants = {
  'ticket.reopened': reopened,
  'ticket.assigned': assignedTo,
  'ticket.priority_changed': ({ priority }) => `_${priority}`,
  'ticket.tagged': ({ added, removed }) =>
    removed.length === 0 ? '' : added.length === 0 ? '_removed' : '_both',
  'ticket.snoozed': ({ until, run }) => (until ? '' : run ? '_run' : '_customer'),
  'ticket.woken': ({ because }) => `_${because}`,
  'ticket.problem_started': ({ at }) => (at ? '' : '_unknown'),
  'rating.given': ({ value }) => `_${value}`,
  'message.judged': ({ judged }) => (judged ? '_as' : ''),
  'runbook.unclassified': ({ matched }) => (matched.length > 0 ? '_several' : ''),
  'rule.acted': ({ did }) => (did.length === 0 ? '_left' : ''),
  'self_service.passed_on': ({ because, shown }) =>
    because === 'not-solved' && shown === null ? '_not_asked' : `_${because.replaceAll('-', '_')}`,
  'action.stopped': ({ action }) => (action ? '' : '_all'),
  'action.resumed': ({ action }) => (action ? '' : '_all'),
  'opportunity.decided': ({ state }) => (state === 'started' ? '' : `_${state}`),
  'lesson.learned': (data) => (data.is_learned ? '' : '_not'),
  'beside.told': ({ kind }) => `_${kind}`,
  'beside.conflict': ({ kind }) => `_${kind}`,
  'beside.refused': ({ kind }) => `_${kind}`,
  'win.told': (data) => (data.is_sent ? '' : '_not'),
} satisfies { [Name in EventName]?: Variant<Name> }

type Variant<Name extends EventName> = (data: DataOf<Name>, actor: ActorRef) => string
type VariantOf = (data: never, actor: ActorRef) => string

/** Happens often and says little, or is said elsewhere on the page; shown when asked for. */
export function isQuiet({ name, actor }: TimelineEvent): boolean {
  const shown = catalogueRowOf(name)?.timeline
  return shown === 'small' || (shown === 'small_by_system' && actor.kind === 'system')
}

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
  return dateFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))
}
