import { readdirSync } from 'node:fs'

const folder = 'web/src/i18n'
/** The server's, which are loaded by themselves (said.ts). */
const apart = ['sentences']

/** Put together of the files of English words, so that a new one is found by being there. */
export function englishFile(): string {
  const names = namesIn('en')
  return [
    ...importsOf('en', names),
    '',
    '// Written by `npm run generate` of the files in en/.',
    '/** One namespace per file; every language has every key (complete.test.ts). */',
    `export const english = {`,
    ...names.map((name) => `  ${name},`),
    '}',
    '',
  ].join('\n')
}

/** The same of German, whose keys are held to the English ones by the compiler. */
export function germanFile(): string {
  const names = namesIn('de')
  return [
    ...importsOf('de', names),
    "import type { english } from './english.ts'",
    '',
    '// Written by `npm run generate` of the files in de/.',
    'export const german: Translated<typeof english> = {',
    ...names.map((name) => `  ${name},`),
    '}',
    '',
    '/** The same keys with other words: a missing German key does not compile. */',
    'type Translated<T> = { [K in keyof T]: T[K] extends string ? string : Translated<T[K]> }',
    '',
  ].join('\n')
}

function namesIn(language: string): string[] {
  return readdirSync(`${folder}/${language}`)
    .map((file) => file.replace(/\.json$/, ''))
    .filter((name) => !apart.includes(name))
    .toSorted()
}

function importsOf(language: string, names: readonly string[]): string[] {
  return names.map(
    (name) => `import ${name} from './${language}/${name}.json' with { type: 'json' }`,
  )
}
