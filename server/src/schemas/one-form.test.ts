import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { schemaFiles } from '@firstline/contract/schemas'
import { expect, test } from 'vitest'

// What people write is described once. A second description would be agreed with the first by nobody.

const root = fileURLToPath(new URL('../../..', import.meta.url))
const folders = '{contract,server,web,cli}/src/**/*.{ts,tsx}'
const sources = (await Array.fromAsync(glob(folders, { cwd: root })))
  .filter((path) => !/\.test\.tsx?$|\/testing\/|\/proofs\//.test(path))
  .map((path) => ({ path, text: readFileSync(`${root}/${path}`, 'utf8') }))

/** Where a pattern stands, as `path: the text found`. */
function found(pattern: RegExp): string[] {
  return sources
    .flatMap(({ path, text }) => [...text.matchAll(pattern)].map(([match]) => `${path}: ${match}`))
    .toSorted()
}

test('all sources are looked at', () => {
  expect(sources.length).toBeGreaterThan(1_000)
})

test('each kind of file has one form', () => {
  const forms = found(/\bfileForm\(/g).map((place) => place.split(':')[0])
  expect(forms).toEqual([
    'contract/src/formats/action.ts',
    'contract/src/formats/rule.ts',
    'contract/src/formats/runbook.ts',
    'contract/src/formats/source.ts',
    // one section of the project, of the same form
    'server/src/project/form-reader.ts',
    'server/src/schemas/project-sections.ts',
  ])
  expect([...schemaFiles].toSorted()).toEqual(
    ['action', 'firstline', 'history', 'rule', 'runbook', 'source'].map((name) => `${name}.json`),
  )
})

test('no schema of a file is written by hand', () => {
  expect(found(/\$schema: *['"`]|additionalProperties: false\b/g)).toEqual([
    // what `tidy` makes of several forms, and of the parameters that a source declares
    'contract/src/formats/form.ts: additionalProperties: false',
    'server/src/accounts/check-params.ts: additionalProperties: false',
    // a text or an object, which zod says as two
    'server/src/changes/hooks/hooks-section.ts: additionalProperties: false',
  ])
})

test('what a file says is read by its form, not asserted', () => {
  const asserted = found(
    /\bdefinition\b[\w?.![\]]*\)? as \w*|as unknown as \w*(?:File|Head|Line)\b/g,
  )
  expect(asserted).toEqual([
    // another action, of which nobody knows yet whether it has the form
    'server/src/actions/compile/compile-undo.ts: definition as Partial',
    // what every file begins with
    'server/src/project/project-document.ts: definition as ',
  ])
})
