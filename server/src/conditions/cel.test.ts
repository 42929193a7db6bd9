import { describe, expect, it } from 'vitest'
import { CelError, compileCel, isTrue } from './cel.ts'

const names = ['exp', 'mail', 'items']
const valueOf = (text: string, bindings: Record<string, unknown>) =>
  compileCel(text, names).evaluate(bindings)

describe('a condition', () => {
  it('reads rows as JSON, integers as numbers', () => {
    const exp = { status: 'failed', attempts: 2, at: new Date('2026-03-02T09:00:00Z') }
    expect(valueOf("exp.status == 'failed' && exp.attempts < 5", { exp })).toEqual({ value: true })
    expect(valueOf('exp.attempts == 2', { exp })).toEqual({ value: true })
    expect(valueOf('exp.at', { exp })).toEqual({ value: '2026-03-02T09:00:00.000Z' })
    expect(valueOf('[1, exp.attempts]', { exp })).toEqual({ value: [1, 2] })
    expect(valueOf("{'a': exp.status}", { exp })).toEqual({ value: { a: 'failed' } })
  })

  it('says which paths it reads, without the variables of its loops', () => {
    const program = compileCel(
      "items.exists(i, i.id == exp.id) && has(mail.state) && mail['to'] == ''",
      names,
    )
    expect(program.names).toEqual(['exp.id', 'items', 'mail.state', 'mail.to'])
  })

  it('is not true when a field is missing, null, or the name unbound', () => {
    const open = compileCel('!mail.suppressed', names)
    expect(isTrue(open, { mail: { suppressed: false } })).toBe(true)
    expect(isTrue(open, { mail: {} })).toBe(false)
    expect(isTrue(open, { mail: { suppressed: null } })).toBe(false)
    expect(isTrue(open, { mail: { suppressed: undefined } })).toBe(false)
    expect(isTrue(open, {})).toBe(false)
    expect(open.evaluate({ mail: {} })).toEqual({ error: 'field not found: suppressed' })
  })

  it('is not true when its value is merely something', () => {
    expect(isTrue(compileCel('exp.attempts', names), { exp: { attempts: 1 } })).toBe(false)
  })

  it('reads no list longer than 200', () => {
    const some = compileCel('items.exists(i, i == 1)', names)
    expect(isTrue(some, { items: Array(200).fill(1) })).toBe(true)
    expect(some.evaluate({ items: Array(201).fill(1) })).toEqual({
      error: 'A list of 201 is longer than 200',
    })
  })
})

describe('a condition that is refused', () => {
  const refusal = (text: string) => {
    try {
      compileCel(text, names)
    } catch (error) {
      expect(error).toBeInstanceOf(CelError)
      return (error as CelError).message
    }
    return null
  }

  it('uses a name that is not declared, and is told the nearest', () => {
    expect(refusal("exo.status == 'failed'")).toContain('did you mean “exp”')
    expect(refusal('items.all(i, j == i)')).toContain('“j” is not declared')
  })

  it('calls a function that is not on the list', () => {
    expect(refusal("exp.id.startWith('a')")).toContain('did you mean “startsWith”')
    expect(refusal("timestamp('2026-01-01T00:00:00Z') == exp.at")).toContain('not available')
  })

  it('loops within a loop', () => {
    expect(refusal('items.all(i, items.all(j, i == j))')).toContain('One loop within another')
    expect(refusal('items.filter(i, i == 1).exists(j, j == 1)')).toContain(
      'One loop within another',
    )
  })

  it('is too long, nested too deeply, or not a condition at all', () => {
    expect(refusal(`exp.id == '${'a'.repeat(2_000)}'`)).toContain('longer than 2000')
    expect(refusal(`${'('.repeat(900)}true${')'.repeat(900)}`)).not.toBeNull()
    expect(refusal('exp.status = 1')).not.toBeNull()
    expect(refusal('')).not.toBeNull()
  })
})
