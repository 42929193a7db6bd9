import { expect, it } from 'vitest'
import { createTestDesk } from '#server/testing/desk.ts'
import { createActionDesk } from '#server/actions/testing/factory.ts'
import { chainFile, takeBackFile } from '#server/actions/testing/chain.ts'

const desk = await createActionDesk(await createTestDesk())
await desk.write('actions/export.take_back.yaml', takeBackFile)
let files = 0

/** What is wrong with a chain after these changes, each with the text of its line. */
async function problemsOf(...changes: [string, string][]): Promise<[string, string][]> {
  const n = ++files
  const text = chainFile(`chain-${n}`, ...changes)
  await desk.write(`actions/chain-${n}.yaml`, text)
  const problems = desk.sources.project.problems()
  return problems
    .filter(({ file }) => file === `actions/chain-${n}.yaml`)
    .map(({ line, reason }) => [text.split('\n')[line - 1]?.trim().split(':')[0] ?? '', reason])
}

const sent = 'export_id: input.id_2'

it('a chain loads, and its steps may send what was read, and what came of earlier ones', async () => {
  expect(await problemsOf()).toEqual([])
  expect(await problemsOf([sent, 'export_id: before.exp_2.id'])).toEqual([])
  expect(await problemsOf([sent, 'export_id: first.seen.id'])).toEqual([])
  expect(await problemsOf([sent, 'export_id: first.answer.next'])).toEqual([])
})

it.each([
  ['what is read now', 'exp_2.id', /“exp_2” is not declared/],
  ['a step that comes later', 'third.answer.id', /“third” is not declared/],
  ['its own answer', 'second.answer.id', /“second” is not declared/],
  ['a field that no row has', 'first.seen.nothing', /names nothing/],
  ['what is no outcome', 'first.says.id', /names nothing/],
  ['what is masked', 'before.exp_1.requested_by', /is masked/],
  ['what is masked in a later reading', 'first.seen.requested_by', /is masked/],
])('a step may not send %s', async (_, path, reason) => {
  const [problem, ...more] = await problemsOf([sent, `export_id: ${path}`])
  expect(more).toEqual([])
  expect(problem?.[1]).toMatch(reason)
})

it('the verification and the way back of a step may name its own answer, and no later one', async () => {
  const verify = "exp_2.status == 'queued'"
  expect(await problemsOf([verify, 'exp_2.id == second.answer.id'])).toEqual([])
  expect((await problemsOf([verify, 'exp_2.id == third.answer.id'])).map(([, r]) => r)).toEqual([
    expect.stringMatching(/third/),
  ])
  const back = 'with: { export_id: before.exp_2.id }'
  expect(await problemsOf([back, 'with: { export_id: second.answer.id }'])).toEqual([])
  expect(await problemsOf([back, 'with: { export_id: third.answer.id }'])).toHaveLength(1)
})

it('what is wrong in a step is said at its line', async () => {
  expect(await problemsOf([sent, `${sent}, nonsense: 1`])).toEqual([
    ['params', expect.stringMatching(/nonsense/)],
  ])
})

it('a step is called like nothing else', async () => {
  for (const id of ['input', 'before', 'exp_1', 'first'])
    expect((await problemsOf(['id: second', `id: ${id}`])).map(([, r]) => r)).toContainEqual(
      expect.stringMatching(/has a meaning already/),
    )
})

it('a call whose path names the record only may take a row that an earlier step saw, and no answer', async () => {
  const byId = (path: string): [string, string][] => [
    [
      `openapi: admin.yaml#requeueExport
      connection: shop-admin
      credential: file:token.txt
      params: { account_id: scope.account_id, export_id: input.id_2 }`,
      `openapi: admin.yaml#requeueById
      connection: shop-admin
      credential: file:token.txt
      params: { export_id: ${path} }`,
    ],
  ]
  expect(await problemsOf(...byId('first.seen.id'))).toEqual([])
  expect(await problemsOf(...byId('before.exp_2.id'))).toEqual([])
  expect((await problemsOf(...byId('first.answer.id'))).map(([, r]) => r)).toContainEqual(
    expect.stringMatching(/Nobody knows whose/),
  )
})

it('has two to five steps, and beside them no call of its own', async () => {
  expect(
    (await problemsOf(['steps:', 'preview: { openapi: admin.yaml#requeueExport }\nsteps:'])).length,
  ).toBeGreaterThan(0)
  expect(
    (await problemsOf(['steps:', 'undo: { none: "None is needed here" }\nsteps:'])).length,
  ).toBeGreaterThan(0)
})
