import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { verifyRecordFile } from './record-of-desk.ts'
import { createRandom } from './testing/random.ts'
import { createHonest } from './testing/tamper.ts'

const verifier = fileURLToPath(new URL('../../../docs/security/verify.py', import.meta.url))
const hasPython = spawnSync('python3', ['--version']).status === 0
const folder = mkdtempSync(join(tmpdir(), 'firstline-one-way-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const honest = await createHonest(createRandom(20_260_302))
const text = `${honest.lines.join('\n')}\n`

/** Each way to write the same record, or to seem to, so that one reader takes it for another. */
const ways: Record<string, (record: string) => string | Buffer> = {
  'a key twice, the forged one first': (all) => all.replace('{"event":{', '{"event":{"name":"forged.first",'),
  'a key twice, the forged one last': (all) => all.replace(/("event":\{[^\n]*?)\}\}\n/, '$1,"name":"forged.last"}}\n'),
  'a line that is an event twice': (all) => all.replace('{"event":', '{"event":{},"event":'),
  'a key twice, spelled with an escape': (all) => all.replace('{"event":{', String.raw`{"event":{"n\u0061me":"forged.first",`),
  'a key twice in a seal': (all) => all.replace('"seal":{', '"seal":{"size":0,'),
  'a key twice in the end': (all) => all.replace('{"end":{', '{"end":{"events":0,'),
  'a key twice in the header': (all) => all.replace('{"header":{', '{"header":{"record":null,'),
  'a prototype as a key of an event': (all) => all.replace('{"event":{', '{"event":{"__proto__":{"name":"x"},'),
  'a prototype as a key of a line': (all) => all.replace('{"event":', '{"__proto__":{},"event":'),
  'a prototype as a key of a seal': (all) => all.replace('"seal":{', '"seal":{"__proto__":null,'),
  'a prototype as a key of the end': (all) => all.replace('{"end":{', '{"end":{"__proto__":{"events":1},'),
  'a constructor as a key': (all) => all.replace('{"event":{', '{"event":{"constructor":null,'),
  'a number with an exponent': (all) => all.replace(/"number":(\d+)/, '"number":$1e0'),
  'a number with a point': (all) => all.replace(/"size":(\d+)/, '"size":$1.0'),
  'a number below zero that is zero': (all) => all.replace(/"events":\d+/, '"events":-0'),
  'a number that is too large': (all) => all.replace(/"events":\d+/, '"events":9007199254740993'),
  'a number that is none': (all) => all.replace(/"events":\d+/, '"events":NaN'),
  'a number that is endless': (all) => all.replace(/"events":\d+/, '"events":Infinity'),
  'a number as text': (all) => all.replace(/"events":(\d+)/, '"events":"$1"'),
  'a number with a zero in front': (all) => all.replace(/"events":(\d+)/, '"events":0$1'),
  'an escape that need not be one': (all) => all.replace('"event"', String.raw`"\u0065vent"`),
  'an escaped slash': (all) => all.replace('firstline.record/1', String.raw`firstline.record\/1`),
  'capitals in an escape': (all) => all.replace('"origin":"', String.raw`"origin":"\u00E9`),
  'half a character': (all) => all.replace('"origin":"', String.raw`"origin":"\ud800`),
  'half a character, the other half': (all) => all.replace('"exported_at":"', String.raw`"exported_at":"\udc00`),
  'a mark before the first line': (all) => `\ufeff${all}`,
  'a mark before a line': (all) => all.replace('\n', '\n\ufeff'),
  'a space in a line': (all) => all.replace('{"event":', '{ "event":'),
  'a space after a line': (all) => all.replace('\n', ' \n'),
  'line ends of Windows': (all) => all.replaceAll('\n', '\r\n'),
  'line ends of old Macs': (all) => all.replaceAll('\n', '\r'),
  'an empty line': (all) => all.replace('\n', '\n\n'),
  'an empty line at the end': (all) => `${all}\n`,
  'two values in a line': (all) => all.replace('\n', '{}\n'),
  'a comma at the end': (all) => all.replace('}}\n', '},}\n'),
  'a comment': (all) => all.replace('\n', '/* */\n'),
  'single quotes': (all) => all.replace('{"event"', "{'event'"),
  'a line that is a list': (all) => all.replace('\n', '\n[]\n'),
  'a line that is null': (all) => all.replace('\n', '\nnull\n'),
  'a line after the end': (all) => `${all}{"end":{"events":0,"seals":0}}\n`,
  'a zero byte': (all) => all.replace('\n', '\0\n'),
  'bytes that are no UTF-8': (all) => changedBytes(all, '"origin":"', Buffer.from([0xff])),
  'a character written too long': (all) => changedBytes(all, '"exported_at":"', Buffer.from([0xc0, 0xaf])),
  'half a character as bytes': (all) => changedBytes(all, '"exported_at":"', Buffer.from([0xed, 0xa0, 0x80])),
  'entries with a space': (all) => all.replace('"entries":"', '"entries":" '),
  'entries with a line end': (all) => all.replace('"entries":"', String.raw`"entries":"\n`),
  'entries without their end': (all) => all.replace(/=+"\}/, '"}'),
  'a header with another field': (all) => all.replace('{"header":{', '{"header":{"note":"x",'),
  'a header whose time is a number': (all) => all.replace(/"exported_at":"[^"]*"/, '"exported_at":1'),
  'a hash in capitals': (all) => all.replace(/"root":"([0-9a-f]+)"/, (_, hash: string) => `"root":"${hash.toUpperCase()}"`),
} // prettier-ignore

function changedBytes(all: string, after: string, bytes: Buffer): Buffer {
  const place = all.indexOf(after) + after.length
  return Buffer.concat([Buffer.from(all.slice(0, place)), bytes, Buffer.from(all.slice(place))])
}

async function ours(file: string): Promise<boolean> {
  const verdict = await verifyRecordFile(file, { publicKey: honest.key }).catch(() => null)
  return verdict?.fault === null
}

function theirs(file: string): boolean {
  return spawnSync('python3', [verifier, file, '--key', honest.key]).status === 0
}

test('a record as it was written is found good by both verifiers', async () => {
  const file = join(folder, 'good.ndjson')
  writeFileSync(file, text)
  expect([await ours(file), !hasPython || theirs(file)]).toEqual([true, true])
  writeFileSync(file, text.trimEnd())
  expect([await ours(file), !hasPython || theirs(file)]).toEqual([true, true])
})

for (const [what, change] of Object.entries(ways)) {
  test(`both verifiers refuse ${what}`, async () => {
    const changed = change(text)
    expect(changed.toString()).not.toBe(text)
    const file = join(folder, 'changed.ndjson')
    writeFileSync(file, changed)
    expect([await ours(file), hasPython && theirs(file)]).toEqual([false, false])
  })
}
