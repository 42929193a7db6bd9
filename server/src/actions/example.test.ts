import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { afterAll, expect, it } from 'vitest'
import { openProject } from '#server/open-project.ts'
import { judgeGuards } from './limits/guards.ts'
import { createActionStore } from './compile/store.ts'

const folder = fileURLToPath(new URL('../../../examples/acme/firstline', import.meta.url))
const project = await openProject(folder, pino({ level: 'silent' }))
afterAll(() => project.stop())

it("all of the example company's actions load, and each way back is an action that is there", () => {
  const actions = createActionStore(project).current()
  expect(project.problems()).toEqual([])
  expect(actions.size).toBe(project.files('Action').length)
  expect(actions.size).toBeGreaterThanOrEqual(5)
  const ways = [...actions.values()].flatMap(({ undo }) => ('action' in undo ? [undo.action] : []))
  expect([...actions.keys()]).toEqual(expect.arrayContaining(ways))
})

it('says what it asks for and what it reads in words, not in formulas and names of columns', () => {
  const { sources } = project.current()
  for (const action of createActionStore(project).current().values()) {
    for (const guard of action.guards) expect(guard.holds, `${action.id} ${guard.id}`).toBeTruthy()
    for (const { source } of action.reads.filter(({ isMeasured }) => !isMeasured)) {
      expect(sources.get(source)?.columns.length, `${action.id} ${source}`).toBeGreaterThan(0)
    }
  }
})

/** They change nothing of who may come in, where mail goes to or what is paid. */
const forAnybody = [
  'cache.clear',
  'export.cancel',
  'export.requeue',
  'export.resend',
  'webhook.retrigger',
]

it('whatever changes sessions, addresses or money is refused until it is proven who wrote', () => {
  const actions = [...createActionStore(project).current().values()]
  const guarded = actions.filter(({ id }) => !forAnybody.includes(id))
  expect(guarded.length).toBe(actions.length - forAnybody.length)
  expect(guarded.length).toBeGreaterThanOrEqual(6)
  for (const action of guarded) {
    const judged = (isVerified: boolean) =>
      judgeGuards(action, { ticket: { sender_verified: isVerified } }).find(
        ({ cel }) => cel === 'ticket.sender_verified',
      )
    const refusal = { reason: 'action.guard-refused' }
    expect(judged(false), action.id).toMatchObject({ isPassed: false, refusal })
    expect(judged(true), action.id).toMatchObject({ isPassed: true, refusal: null })
  }
})
