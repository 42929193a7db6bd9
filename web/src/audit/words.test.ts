import { eventNames, events } from '@firstline/contract/events'
import { expect, test } from 'vitest'
import { english } from '#web/i18n/english.ts'
import { german } from '#web/i18n/german.ts'

test.each([
  ['English', english],
  ['German', german],
])('the record says in words whatever the catalogue has, in %s', (_language, words) => {
  expect(eventNames.length).toBeGreaterThan(100)
  const shown = eventNames.filter((name) => events[name].timeline !== 'message')
  expect(shown.filter((name) => !isSaid(name, words))).toEqual([])
})

test('nothing is said of an event that the catalogue does not have', () => {
  const said = [english.audit.event, english.conversation.event].flatMap((kinds) =>
    Object.entries(kinds).flatMap(([kind, words]) =>
      Object.keys(words).map((what) => `${kind}.${what}`),
    ),
  )
  const unknown = said.filter((key) => !eventNames.some((name) => `${key}_`.startsWith(`${name}_`)))
  expect(unknown).toEqual([])
})

function isSaid(name: string, { audit, conversation }: typeof english): boolean {
  const [kind = '', what = ''] = name.split('.')
  return [audit.event, conversation.event].some((words) => {
    const ofKind = (words as Record<string, Record<string, string>>)[kind] ?? {}
    return Object.keys(ofKind).some((key) => key === what || key.startsWith(`${what}_`))
  })
}
