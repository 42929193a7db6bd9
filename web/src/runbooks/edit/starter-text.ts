import { inFlow } from './write-yaml.ts'

export type NewRunbook = {
  id: string
  title: string
  type: string
  owner: string
  symptom: string
}

/** What the first text says, in the language of who writes it. */
export type StarterWords = {
  question: string
  one: string
  other: string
  explanation: string
  say: string
}

/**
 * The least that is a whole runbook: a check, causes that exclude each other, a case for each. Nothing
 * is wrong with it, so that every problem shown from here on is one of the author's own.
 */
export function starterText(about: NewRunbook, words: StarterWords): string {
  const { question, one, other, explanation, say } = words
  const section = (name: string) => `## ${name}\n\n${explanation}\n\n### Say\n\n${say}\n`
  const line = (key: string, value: unknown) => `${key}: ${inFlow(value)}`
  // in quotes, as conditions hold signs that mean something in YAML
  const cause = (name: string, answer: string) =>
    `  ${name}: { when: "seen == '${answer}'", reply: explained }`
  return [
    '---',
    'apiVersion: firstline/v1',
    'kind: Runbook',
    line('id', about.id),
    line('title', about.title),
    line('type', about.type),
    line('owner', about.owner),
    'symptom:',
    `  - ${inFlow(about.symptom)}`,
    'checks:',
    `  ${line('seen', { ask: question, type: 'enum', options: [one, other] })}`,
    'causes:',
    cause('first-cause', one),
    cause('other-cause', other),
    'fixtures:',
    `  - ${inFlow({ given: { seen: one }, expect: 'first-cause' })}`,
    `  - ${inFlow({ given: { seen: other }, expect: 'other-cause' })}`,
    '---',
    '',
    section('first-cause'),
    section('other-cause'),
  ].join('\n')
}

/** An id as ids of runbooks are: `export-email-missing`. */
export function idFromTitle(title: string): string {
  const plain = title.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('ß', 'ss')
  const words = plain.toLowerCase().match(/[a-z0-9]+/g) ?? []
  return words.join('-').slice(0, 80).replace(/-$/, '')
}
