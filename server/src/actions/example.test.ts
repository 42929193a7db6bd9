import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { afterAll, expect, it } from 'vitest'
import { openProject } from '#server/accounts/project.ts'
import { createActionStore } from './store.ts'

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
