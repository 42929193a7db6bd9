import { expect, test } from 'vitest'
import { i18n } from '#web/i18n/i18n.ts'
import { eventWords, isQuiet } from './event-words.ts'

const words = (name: string, data: Record<string, unknown> = {}) =>
  eventWords(anEvent(name, data), {
    t: i18n.getFixedT('en', 'conversation'),
    i18n,
    titles: { type: (id) => `Type ${id}`, runbook: (id) => `Runbook ${id}` },
  })

function anEvent(name: string, data: Record<string, unknown> = {}) {
  const actor = { kind: 'person', id: null, name: 'Ada' } as const
  return { id: '1', at: '2026-03-02T12:00:00Z', name, actor, data }
}

test('a reopening says who came back, and whether the resolution broke', () => {
  expect(words('ticket.reopened', { by: 'customer', is_broken: true })).toContain('is broken')
  expect(words('ticket.reopened', { by: 'customer', is_broken: false })).toContain('held')
  expect(words('ticket.reopened', { by: 'agent', cause: 'Wrong ticket' })).toBe(
    'Ada reopened this: “Wrong ticket”',
  )
})

test('whoever takes a ticket takes it; others get it assigned', () => {
  const assigned = (person: string | null, name: string | null) =>
    words('ticket.assigned', { person, name, previous: null })
  expect(assigned(null, 'Ada')).toBe('Ada took this')
  expect(assigned('p2', 'Ben')).toBe('Ada assigned this to Ben')
  expect(assigned(null, null)).toContain('nobody')
})

test('ids are said by their titles', () => {
  expect(words('ticket.type_changed', { type: 'exports' })).toBe('Ada set the type to Type exports')
  expect(words('runbook.started', { runbook: 'r', version: 2 })).toBe('Ada started Runbook r v2')
})

test('a priority is said by its name', () => {
  const set = (priority: string) => words('ticket.priority_changed', { priority, previous: 'low' })
  expect(set('urgent')).toBe('Ada set the priority to urgent')
  expect(set('normal')).toBe('Ada set the priority to normal')
})

test('tags are said by what was put on and taken off', () => {
  const tagged = (added: string[], removed: string[]) => words('ticket.tagged', { added, removed })
  expect(tagged(['a', '$t(event)'], [])).toBe('Ada put on the tag a, $t(event)')
  expect(tagged([], ['a'])).toBe('Ada took off the tag a')
  expect(tagged(['a'], ['b'])).toBe('Ada put on the tag a and took off b')
})

test('an unclassified run names the causes that matched at once', () => {
  const matched = { run: '1', runbook: 'r', version: 1, matched: ['failed', 'stuck'] }
  expect(words('runbook.unclassified', matched)).toContain('failed, stuck')
  expect(words('runbook.unclassified', { ...matched, matched: [] })).toContain('no cause fits')
})

test('an event this page does not know is named as the record names it', () => {
  expect(words('invoice.paid')).toBe('invoice.paid · Ada')
})

test('a type set by the system is quiet, one set by a person is not', () => {
  const event = anEvent('ticket.type_changed')
  expect(isQuiet(event)).toBe(false)
  expect(isQuiet({ ...event, actor: { kind: 'system', id: null, name: 'Firstline' } })).toBe(true)
})
