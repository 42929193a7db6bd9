import { execFile } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished, test, expect } from 'vitest'

const rule = fileURLToPath(new URL('../../scripts/own-names.ts', import.meta.url))

/** @returns the exit code, and of each line that was found its text */
async function lookThrough(lines: readonly string[]) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'firstline-names-')))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const config = join(folder, 'tsconfig.json')
  const compilerOptions = { strict: true, noEmit: true, target: 'es2024', types: [] }
  writeFileSync(config, JSON.stringify({ compilerOptions, files: ['names.ts'] }))
  writeFileSync(join(folder, 'names.ts'), [...declared, ...lines].join('\n'))
  return new Promise<{ code: unknown; found: string[] }>((resolve) => {
    execFile(process.execPath, [rule, config], (error, stdout) => {
      const places = [...stdout.matchAll(/names\.ts:(\d+) /g)]
      const found = places.map((place) => lines[Number(place[1]) - declared.length - 1] ?? '')
      resolve({ code: error?.code ?? 0, found: [...new Set(found)] })
    })
  })
}

const declared = [
  'interface IncomingHttpHeaders { authorization?: string; [name: string]: string | undefined }',
  'declare const request: { headers: IncomingHttpHeaders }',
  'declare const values: Record<string, number>',
  'declare const known: { first: number; second: number }',
  'declare let name: string',
  'declare const either: string | 7',
  'declare const prefixed: `x-${string}`',
  'declare const anything: unknown',
]

test('an object is not read, written or asked by a name that is only known as text', async () => {
  const wrong = [
    'export const read = values[name]',
    'values[name] = 1',
    'export const ofEither = values[either]',
    'export const ofTemplate = values[prefixed]',
    'export const believed = known[name as keyof typeof known]',
    'export const believedTwice = known[anything as string as "first"]',
    'export function generic<Name extends string>(each: Name) { return values[each] }',
    'export const isThere = name in values',
    'export const { [name]: taken } = values',
    'export const given = ({ [name]: part }: typeof values) => part',
    ';({ [name]: known.first } = values)',
    'export const reflected = Reflect.get(values, name)',
    'Reflect.set(values, name, 1)',
    'export const asked = Reflect.has(values, name)',
    'Object.assign(known, values)',
    'Object.assign(known, { first: 1 }, JSON.parse(name))',
  ]
  expect(await lookThrough(wrong)).toEqual({ code: 1, found: wrong })
})

test('headers are not read as properties', async () => {
  const wrong = [
    'export const read = request.headers.authorization',
    'export const inQuotes = request.headers["authorization"]',
    'export const { authorization } = request.headers',
    'export const given = ({ authorization: part }: IncomingHttpHeaders) => part',
    ';({ authorization: name = "" } = request.headers)',
  ]
  expect(await lookThrough(wrong)).toEqual({ code: 1, found: wrong })
})

test('what the compiler knows, and what asks first, is let alone', async () => {
  const right = [
    'export const own = Object.hasOwn(values, name) ? 1 : 0',
    'export const part = known.first + known["second"]',
    'export const key = (each: keyof typeof known) => known[each]',
    'export const listed = ["a", "b"][1]',
    'export const mapped = new Map([[name, 1]]).get(name)',
    'export const spread = { ...values, [name]: 1 }',
    'export const all = request.headers',
    'Object.assign(known, { first: 1 })',
  ]
  expect(await lookThrough(right)).toEqual({ code: 0, found: [] })
})
