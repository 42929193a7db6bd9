import { z } from 'zod'
import { TicketPriority } from '../tickets.ts'
import { described, fileForm, matching, maybe } from './form.ts'
import type { Says } from './form.ts'

const id = matching(
  '^[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*$',
  'must be lower-case words joined by “.”, “-” or “_”',
)
const duration = matching('^[1-9][0-9]{0,3}(?:m|h)$', 'must be a duration such as 30m or 4h')
const name = z.string().min(1).max(120)
const tag = z.string().min(1).max(40)
const tags = z.array(tag).min(1).max(10)

/** What a rule can wait for; each is an event of the record. */
export const RuleEvent = z.enum([
  'ticket.received',
  'message.received',
  'ticket.type_changed',
  'account.assigned',
  'ticket.reopened',
  'ticket.escalated',
  'escalation.returned',
])
export type RuleEvent = z.infer<typeof RuleEvent>

/** So many times an hour a rule acts, unless its file says otherwise. */
export const usualPerHour = 100

const effects = z
  .strictObject({
    assign: maybe(
      matching('^(?:nobody|[^@\\s]+@[^@\\s]+)$', 'must be the mail address of a person, or nobody'),
      'Who works it: the mail address of somebody of the team, or nobody.',
      'ada@firstline.example',
    ),
    type: maybe(name, 'Its type, one of firstline.yaml.', 'billing.invoice-question'),
    priority: maybe(TicketPriority, 'How soon it is to be taken up.'),
    tags: maybe(
      z
        .strictObject({
          add: maybe(tags, 'Tags it gets; a word the desk does not know yet becomes one.', ['vip']),
          remove: maybe(tags, 'Tags it loses.', ['new-customer']),
        })
        .meta({ minProperties: 1 }),
      'Tags that are put on it, and taken off.',
    ),
    snooze: maybe(
      matching(
        '^(?:until_answer|[1-9][0-9]{0,3}(?:m|h))$',
        'must be a duration such as 4h, or until_answer',
      ),
      'Out of the way for so long, or until the customer writes: until_answer.',
      '4h',
    ),
    note: maybe(
      z.string().min(1).max(2_000),
      'A note for the team. The customer never sees it.',
      'Their contract has a phone line: call first.',
    ),
    offer_reply: maybe(
      name,
      'The title of a saved reply: whoever answers is offered it first. No rule sends anything.',
      'How to find your invoices',
    ),
    offer_runbook: maybe(
      name,
      'A runbook of this folder: it is shown beside the ticket.',
      'export-email-not-received',
    ),
    webhook: maybe(z.literal(true), 'Webhooks that are told of rule.told are told of this ticket.'),
  })
  .meta({ minProperties: 1 })

const rule = z.strictObject({
  apiVersion: described(z.literal('firstline/v1'), 'Always firstline/v1.'),
  kind: described(z.literal('Rule'), 'Always Rule.'),
  id: described(id, 'What the record calls it.', 'invoices-to-lena'),
  title: described(name, 'As people read it.', 'Questions about invoices'),
  draft: maybe(z.literal(true), 'It is shown and can be tried, and does nothing yet.'),
  when: described(
    z.array(RuleEvent).min(1).max(7).meta({ uniqueItems: true }),
    'What has to happen: any of these.',
    ['ticket.received'],
  ),
  waited: maybe(
    duration,
    'It acts so long after that, if the customer has been waiting for an answer since then.',
    '4h',
  ),
  if: maybe(
    z.string().min(1).max(2_000),
    'CEL on ticket, contact and account; always unless given. Only true is true: what cannot be decided is not.',
    "account.domain == 'northwind.example' && ticket.subject.contains('invoice')",
  ),
  every_time: maybe(
    z.literal(true),
    'It acts on each such event; once on each ticket unless given.',
  ),
  per_hour: maybe(
    z.int().min(1).max(1_000),
    'More often than so many times an hour it is switched off by itself; 100 unless given.',
  ),
  // oxlint-disable-next-line unicorn/no-thenable -- the word that goes with when and if; an object, never called
  then: described(effects, 'What is done, in whatever order it is written.'),
})

/** A rule of the desk: what is done by itself when something happens to a ticket. */
export const ruleForm = fileForm(rule.meta({ title: 'Rule' }), [
  'type',
  'additionalProperties',
  'properties',
  'required',
])
export type RuleFile = Says<typeof ruleForm>
export type RuleEffects = z.infer<typeof effects>
