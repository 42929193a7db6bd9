import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { recordKinds } from '@firstline/contract/audit'
import { expect, test } from 'vitest'
import { english } from '#web/i18n/resources.ts'
import { kindOf } from './entries.ts'

const server = join(import.meta.dirname, '../../../server/src')
const decided = ['approved', 'refused', 'withdrawn', 'expired', 'stale']
/** Shown as messages, with their text. */
const messages = ['message.received', 'message.replied', 'note.added']
const recorded = [...writtenBySources(), ...decided.map((state) => `action.approval_${state}`)]

test('the record says in words whatever the server writes into it', () => {
  expect(recorded.length).toBeGreaterThan(80)
  const unsaid = recorded.filter((name) => !messages.includes(name) && !isSaid(name))
  expect(unsaid).toEqual([])
})

test('the record can be filtered by the kind of each event', () => {
  const kinds = new Set(recorded.map(kindOf))
  expect([...kinds].toSorted()).toEqual([...recordKinds].toSorted())
})

/** Names as events are made of them: `name: 'ticket.resolved'`, and all that stand in `events.ts`. */
function writtenBySources(): string[] {
  const files = readdirSync(server, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes('testing'),
  )
  const names = files.flatMap((file) => {
    const pattern = file.endsWith('events.ts')
      ? /'([a-z_]+\.[a-z_]+)'/g
      : /\bname: '([a-z_]+\.[a-z_]+)'/g
    return [...readFileSync(join(server, file), 'utf8').matchAll(pattern)].map(([, name]) => name!)
  })
  return [...new Set(names)].filter((name) => !name.startsWith('firstline.'))
}

function isSaid(name: string): boolean {
  const [kind = '', what = ''] = name.split('.')
  return [english.audit.event, english.conversation.event].some((words) => {
    const ofKind = (words as Record<string, Record<string, string>>)[kind] ?? {}
    return Object.keys(ofKind).some((key) => key === what || key.startsWith(`${what}_`))
  })
}
