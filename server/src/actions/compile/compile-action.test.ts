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

describe('an action in force', () => {
  /** As it is compiled after these changes of its file. */
  async function compiled(...changes: [string, string][]) {
    expect(await problemsOf(...changes)).toEqual([])
    return desk.actions.get(`export.test-${files}`)
  }

  it('has the limits of its file', async () => {
    expect((await compiled()).limits).toEqual({
      isLocking: true,
      cooldown: { key: ['input.export_id'], max: 1, windowMs: 600_000 },
      rates: [
        { per: 'agent', max: 20, windowMs: 3_600_000 },
        { per: 'all', max: 1000, windowMs: 3_600_000 },
      ],
      timeoutMs: 3_000,
      retry: { max: 2, onTimeout: true, on5xx: true },
      breaker: { failures: 50, windowMs: 900_000 },
    })
    const once = await compiled(['on: [timeout, 5xx]', 'on: [timeout]'])
    expect(once.limits.retry).toEqual({ max: 2, onTimeout: true, on5xx: false })
    const other = await compiled(
      ['on: [timeout, 5xx]', 'on: [5xx]'],
      ['lock: account', 'lock: none'],
    )
    expect(other.limits).toMatchObject({
      isLocking: false,
      retry: { max: 2, onTimeout: false, on5xx: true },
    })
  })

  it('locks the account and does nothing a second time where its file says nothing else', async () => {
    const lines = projectFiles['actions/export.requeue.yaml']!.split('\n')
    const left = lines.filter((line) => /^  (?:lock|cooldown|rate|retry|breaker):/.test(line))
    expect(left).toHaveLength(5)
    const plain = await compiled(...left.map((line): [string, string] => [`${line}\n`, '']))
    expect(plain.limits).toEqual({
      isLocking: true,
      cooldown: null,
      rates: [],
      timeoutMs: 3_000,
      retry: { max: 0, onTimeout: false, on5xx: false },
      breaker: null,
    })
  })

  const approval = `approval: { when: "exp.size_mb > 500", role: engineer, self: false, ttl: 15m }\n`
  it('waits for an approval as its file and its tier say', async () => {
    const own = await compiled()
    expect(own.approval).toMatchObject({ role: 'engineer', ttlMs: 900_000 })
    expect(own.approval?.when?.text).toBe('exp.size_mb > 500')
    expect((await compiled([approval, ''])).approval).toBeNull()
    expect((await compiled([approval, 'approval: { role: lead }\n'])).approval).toEqual({
      when: null,
      role: 'lead',
      ttlMs: 3_600_000,
    })
    const two = (await compiled(['tier: safe', 'tier: two_person'])).approval
    expect(two).toEqual({ when: null, role: 'engineer', ttlMs: 900_000 })
    expect((await compiled(['tier: safe', 'tier: two_person'], [approval, ''])).approval).toEqual({
      when: null,
      role: 'engineer',
      ttlMs: 3_600_000,
    })
  })

  it('is verified and given up when its file says, else after a day', async () => {
    const { verify, reads } = await compiled()
    expect(verify).toMatchObject({ withinMs: 60_000, giveUpMs: 86_400_000, read: reads[0] })
    const within = 'within: 60s }\nundo'
    const same = await compiled([within, 'within: 60s, give_up: 60s }\nundo'])
    expect(same.verify.giveUpMs).toBe(60_000)
    expect(await problemsOf([within, 'within: 60s, give_up: 59s }\nundo'])).toMatchObject([
      {
        at: 'verify',
        reason: 'It is given up (59s) before the time it may take (60s) is over',
      },
    ])
  })

  it('asks for a reason and masks what its file says', async () => {
    const own = await compiled()
    expect([own.needsReason, [...own.redact]]).toEqual([true, ['exp.size_mb']])
    const audit = 'audit: { require: [reason], redact: [exp.size_mb] }\n'
    const none = await compiled([audit, ''])
    expect([none.needsReason, [...none.redact]]).toEqual([false, []])
    expect(await problemsOf([audit, 'audit: { redact: [epx.size_mb] }\n'])).toMatchObject([
      { at: 'audit', reason: expect.stringContaining('epx') },
    ])
  })

  it('has its inputs with what is picked for them', async () => {
    const { input } = await compiled([
      'x-pick: exports.recent.id }',
      'x-pick: exports.recent.id }\n    note: { type: string, format: email }',
    ])
    expect(input.fields).toEqual([
      {
        name: 'export_id',
        title: 'Export',
        isRequired: true,
        pick: { source: 'exports.recent', column: 'id' },
      },
      { name: 'note', title: 'note', isRequired: false, pick: null },
    ])
    expect(input.validate({ export_id: 'exp_00000001' })).toEqual([])
    expect(
      input.validate({ export_id: 'EXP', more: 1, note: 'nobody' }).map(({ path }) => path),
    ).toEqual(expect.arrayContaining(['export_id', 'more', 'note']))
    expect(input.validate({})).toEqual([
      { path: 'export_id', message: "must have required property 'export_id'" },
    ])
  })

  it('is another definition when the description of its call changes, and no other', async () => {
    const { definition, id } = await compiled()
    const admin = projectFiles['admin.yaml']!
    await desk.write('other.yaml', admin)
    expect(desk.actions.get(id).definition).toBe(definition)
    await desk.write('admin.yaml', `${admin}\n# changed\n`)
    expect(desk.actions.get(id).definition).not.toBe(definition)
    await desk.write('admin.yaml', admin)
    expect(desk.actions.get(id).definition).toBe(definition)
  })

  it('is found by its name, and by none that is only like it', () => {
    expect(desk.actions.get('export.requeue').id).toBe('export.requeue')
    expect(() => desk.actions.get('export.reqeue')).toThrow(
      'There is no action “export.reqeue”; did you mean “export.requeue”?',
    )
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

describe('a way back', () => {
  it('is told what was before, where that is kept', async () => {
    const told = 'undo: { action: export.cancel, with: { export_id: before.exp.id },'
    expect(await problemsOf(['undo: { action: export.cancel,', told])).toEqual([])
    expect(desk.actions.get(`export.test-${files}`).undo).toEqual({
      action: 'export.cancel',
      title: 'Cancel an export',
      withinMs: 600_000,
      with: { export_id: 'before.exp.id' },
    })
    expect(desk.actions.get('export.requeue').undo).toEqual({
      action: 'export.cancel',
      title: 'Cancel an export',
      withinMs: 600_000,
    })
    expect(desk.actions.get('export.cancel').undo).toEqual({
      none: 'The customer can ask for it again',
    })
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
      'with a guard on a field that its source does not give',
      ["exp.status == 'failed'", "exp.statuss == 'failed'"],
      { at: '- { id', reason: '“exp.statuss” names nothing', suggestion: 'status' },
    ],
    [
      'with a guard on a field of the ticket that is none',
      ["exp.status == 'failed'", "exp.status == 'failed' && ticket.sender_verifed"],
      { at: '- { id', reason: 'names nothing', suggestion: 'sender_verified' },
    ],
    [
      'with a guard on an input that is none',
      ["exp.status == 'failed'", "exp.status == 'failed' && input.exprt_id != ''"],
      { at: '- { id', reason: '“input.exprt_id” names nothing', suggestion: 'export_id' },
    ],
    [
      'with an approval by a field that its source does not give',
      ['exp.size_mb > 500', 'exp.size > 500'],
      { at: 'approval', reason: '“exp.size” names nothing' },
    ],
    [
      'verified by a field that its source does not give',
      ["cel: \"exp.status in ['queued'", "cel: \"exp.state in ['queued'"],
      { at: 'verify', reason: '“exp.state” names nothing', suggestion: 'status' },
    ],
    [
      'verified by what no read said before',
      [
        "cel: \"exp.status in ['queued'",
        "cel: \"exp.attempts > before.exp.atempts || exp.status in ['queued'",
      ],
      { at: 'verify', reason: '“before.exp.atempts” names nothing', suggestion: 'attempts' },
    ],
    [
      'that sends a field its source does not give',
      ['export_id: input.export_id }\nverify', 'export_id: exp.idd }\nverify'],
      { at: 'params', reason: '“exp.idd” names nothing', suggestion: 'id' },
    ],
    [
      'that puts back a field its source does not give',
      [
        'undo: { action: export.cancel, within: 10m }',
        'undo: { action: export.cancel, within: 10m, with: { export_id: before.exp.idd } }',
      ],
      { at: 'undo', reason: '“before.exp.idd” names nothing', suggestion: 'id' },
    ],
    [
      'that redacts a field its source does not give',
      ['redact: [exp.size_mb]', 'redact: [exp.size_bm]'],
      { at: 'audit', reason: '“exp.size_bm” names nothing', suggestion: 'size_mb' },
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
      'that requires what it does not have',
      ['required: [export_id]', 'required: [export_id, exprt_id]'],
      {
        at: 'required',
        reason: '“exprt_id” is required but not a property',
        suggestion: 'export_id',
      },
    ],
    [
      'whose input is no JSON Schema',
      ['title: Export, pattern', 'title: Export, minLength: -1, pattern'],
      { at: 'input', reason: 'not a JSON Schema' },
    ],
    ...['input', 'scope', 'before'].map((name): (typeof cases)[number] => [
      `with a read called ${name}`,
      ['read:\n', `read:\n  ${name}: { source: exports.by_id, with: { id: input.export_id } }\n`],
      { at: name, reason: `“${name}” has a meaning of its own and cannot name a read` },
    ]),
    [
      'with a cooldown on what nobody knows',
      ['key: [input.export_id]', 'key: [input.exprt_id]'],
      { at: 'cooldown', reason: 'input.exprt_id' },
    ],
    [
      'with a guard that is always true',
      ["exp.status == 'failed'", '1 < 2'],
      { at: '- { id', reason: 'is always true: it reads nothing' },
    ],
    [
      'with a pick of a source that is not there',
      ['x-pick: exports.recent.id', 'x-pick: exports.recnt.id'],
      {
        at: 'export_id',
        reason: 'There is no source “exports.recnt”',
        suggestion: 'exports.recent',
      },
    ],
    [
      'with a misspelt name in its verification',
      ["exp.status in ['queued','running','completed']", "epx.status == 'queued'"],
      { at: 'verify', reason: 'epx' },
    ],
    [
      'with a way back that is told nothing it needs',
      ['export_id: { type', 'number: { type'],
      {
        at: 'undo',
        reason: '“export.cancel” needs export_id, which this action',
        suggestion: 'with: { export_id: before.READ.FIELD }',
      },
    ],
    [
      'with a way back that is told what it does not take',
      [
        'undo: { action: export.cancel,',
        'undo: { action: export.cancel, with: { exprt_id: before.exp.id },',
      ],
      { at: 'undo', reason: '“export.cancel” has no input “exprt_id”', suggestion: 'export_id' },
    ],
    [
      'with a way back that is told a row',
      [
        'undo: { action: export.cancel,',
        'undo: { action: export.cancel, with: { export_id: before.exp },',
      ],
      { at: 'undo', reason: '“before.exp” is a row, not a value', suggestion: 'before.exp.FIELD' },
    ],
    ...['requested_by', 'size_mb'].map((field): (typeof cases)[number] => [
      `with a way back that is told the masked ${field}`,
      [
        'undo: { action: export.cancel,',
        `undo: { action: export.cancel, with: { export_id: before.exp.${field} },`,
      ],
      { at: 'undo', reason: `“before.exp.${field}” is masked` },
    ]),
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
