import { describe, expect, it } from 'vitest'
import { createTestDesk, someAgent } from '#server/testing/desk.ts'
import { createActionDesk, openCase } from '#server/actions/testing/factory.ts'
import { listActions } from '#server/actions/queries.ts'
import { projectFiles, requeueAs } from '#server/actions/testing/project.ts'

const desk = await createActionDesk(await createTestDesk())
let files = 0

/** Line, reason and suggestion of what is wrong with an action file after one change. */
async function problemsOf(...changes: [string, string][]) {
  const n = ++files
  const text = requeueAs(`export.test-${n}`, ...changes)
  await desk.write(`actions/test-${n}.yaml`, text)
  const problems = desk.sources.project
    .problems()
    .filter((p) => p.file === `actions/test-${n}.yaml`)
  expect(desk.actions.current().has(`export.test-${n}`)).toBe(problems.length === 0)
  return problems.map(({ line, reason, suggestion }) => ({
    at: text.split('\n')[line - 1]?.trim().split(':')[0],
    reason,
    suggestion,
  }))
}

describe('an action file loads', () => {
  it('when everything it names is there', async () => {
    expect(await problemsOf()).toEqual([])
  })

  it('and its last good version stays in force when a later one does not', async () => {
    await desk.write('actions/kept.yaml', requeueAs('export.kept'))
    await desk.write('actions/kept.yaml', requeueAs('export.kept', ['version: 3', 'version: many']))
    expect(desk.actions.get('export.kept').version).toBe(3)
    const on = await openCase(desk)
    const { items } = await listActions(desk, someAgent, { ticketId: on.ticketId })
    expect(items.map((item) => item.id)).toContain('export.kept')
  })
})

describe('a metric that an action reads', () => {
  const read: [string, string] = ['guards:\n', '  load: { source: load }\nguards:\n']
  const idle: [string, string] = [
    'guards:\n',
    `guards:\n  - { id: idle, cel: "load.last < 5.0", say: "Too much waits" }\n`,
  ]

  it('is judged by its conditions, and is neither sent nor a proof that it worked', async () => {
    const text = projectFiles['firstline.yaml']!
    await desk.write(
      'firstline.yaml',
      text.replace(
        'connections:\n',
        'connections:\n  metrics: { kind: prometheus, base_url: env:METRICS }\n',
      ),
    )
    await desk.write(
      'sources/load.yaml',
      'apiVersion: firstline/v1\nkind: Source\nid: load\ntitle: Load\nconnection: metrics\npromql: sum(queue_length)\naccount_label: account_id\nunit: count\n',
    )
    expect(await problemsOf(read, idle)).toEqual([])
    expect(
      await problemsOf(read, [
        'export_id: input.export_id }\nverify',
        'export_id: load.last }\nverify',
      ]),
    ).toMatchObject(
      ['params', 'preview'].map((at) => ({
        at,
        reason: expect.stringMatching('“load” is not declared'),
      })),
    )
    expect(
      await problemsOf(read, ['verify: { source: exports.by_id', 'verify: { source: load']),
    ).toMatchObject([{ at: 'verify', reason: expect.stringMatching('must read again') }])
  })
})

describe('an action file is refused, with its line and the nearest spelling,', () => {
  const cases: [string, [string, string], { at: string; reason: string; suggestion?: string }][] = [
    [
      'without a verification',
      ['verify:', 'verification:'],
      { at: 'apiVersion', reason: '“verify” is missing' },
    ],
    [
      'without a way back or a reason why none is needed',
      ['undo: { action: export.cancel, within: 10m }', 'undo: {}'],
      { at: 'undo', reason: 'undo: “action” is missing' },
    ],
    [
      'of a tier nobody knows',
      ['tier: safe', 'tier: save'],
      { at: 'tier', reason: 'tier: must be one of safe, two_person', suggestion: 'safe' },
    ],
    [
      'with a call that does not say whose account it is for',
      [
        '{ account_id: scope.account_id, export_id: input.export_id }',
        '{ account_id: acc_1, export_id: input.export_id }',
      ],
      {
        at: 'run',
        reason: 'does not say whose account',
        suggestion: 'params: { account_id: scope.account_id }',
      },
    ],
    [
      'with an account that a person would type',
      ['account_id: scope.account_id', 'account_id: input.account_id'],
      { at: 'params', reason: '“input.account_id” names nothing' },
    ],
    [
      'with a source that is not there',
      ['source: exports.by_id, with', 'source: export.by_id, with'],
      { at: 'exp', reason: 'There is no source “export.by_id”', suggestion: 'exports.by_id' },
    ],
    [
      'that reads a list',
      ['source: exports.by_id, with', 'source: exports.recent, with'],
      { at: 'exp', reason: 'answers a list' },
    ],
    [
      'that verifies what it does not read',
      ['verify: { source: exports.by_id', 'verify: { source: exports.recent'],
      { at: 'verify', reason: 'verify must read again' },
    ],
    [
      'with a misspelt name in a condition',
      ["exp.status == 'failed'", "epx.status == 'failed'"],
      { at: '- { id', reason: 'did you mean “exp”' },
    ],
    [
      'with a condition that reads nothing',
      ["exp.status == 'failed'", '1 > 2'],
      { at: '- { id', reason: 'is never true: it reads nothing' },
    ],
    [
      'with a guard that no data can make true',
      ["exp.status == 'failed'", "exp.status == 'failed' && exp.status == 'running'"],
      { at: '- { id', reason: 'can never be true' },
    ],
    [
      'that somebody could approve alone',
      ['self: false', 'self: true'],
      { at: 'approval', reason: 'must be equal to false' },
    ],
    [
      'of more than one record by an API',
      ['max_records: 1', 'max_records: 5'],
      { at: 'target', reason: 'only a statement' },
    ],
    [
      'with an operation that is not there',
      ['run:\n  openapi: admin.yaml#requeueExport', 'run:\n  openapi: admin.yaml#requeExport'],
      { at: 'openapi', reason: 'no operation “requeExport”', suggestion: 'requeueExport' },
    ],
    [
      'with a connection that is not there',
      ['connection: shop-admin', 'connection: shop-admim'],
      { at: 'connection', reason: 'no connection of kind http', suggestion: 'shop-admin' },
    ],
    [
      'with a parameter the operation does not know',
      ['query: { dry_run: true }', 'query: { dryrun: true }'],
      { at: 'preview', reason: 'knows no parameter “dryrun”', suggestion: 'dry_run' },
    ],
    [
      'with a preview that would really do it',
      [', query: { dry_run: true }', ''],
      { at: 'preview', reason: 'needs a query that makes it a dry run' },
    ],
    [
      'with a secret written in it',
      ['credential: file:token.txt', 'credential: s3cret'],
      { at: 'credential', reason: 'must say where the secret is' },
    ],
    [
      'with a way back that is not there',
      ['undo: { action: export.cancel', 'undo: { action: export.cancle'],
      { at: 'undo', reason: 'There is no action “export.cancle”', suggestion: 'export.cancel' },
    ],
    [
      'that takes any input',
      ['additionalProperties: false', 'additionalProperties: true'],
      { at: 'additionalProperties', reason: 'must be equal to false' },
    ],
    [
      'with a duration that is none',
      ['window: 10m', 'window: 10 minutes'],
      { at: 'cooldown', reason: 'must be' },
    ],
  ]
  it.each(cases)('%s', async (_name, change, { at, reason, suggestion }) => {
    const problems = await problemsOf(change)
    expect(problems).toContainEqual(
      expect.objectContaining({
        at,
        reason: expect.stringContaining(reason),
        ...(suggestion ? { suggestion } : {}),
      }),
    )
  })
})
