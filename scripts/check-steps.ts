import type { Step } from './run-steps.ts'

/** The fast part, for every commit: nothing here starts a browser or a test. */
export const checkSteps: readonly Step[] = [
  { name: 'types', command: 'node', args: ['scripts/types.ts'] },
  { name: 'lint', command: 'oxlint', args: ['--type-aware', '--max-warnings', '0'] },
  { name: 'format', command: 'oxfmt', args: ['--check'] },
  { name: 'names from outside', command: 'node', args: ['scripts/own-names.ts'] },
  { name: 'no stopwatch in a test', command: 'node', args: ['scripts/stopwatches.ts'] },
  {
    name: 'lost connections are listened to',
    command: 'node',
    args: ['scripts/error-listeners.ts'],
  },
  { name: 'casts only fall, ! says why', command: 'node', args: ['scripts/bare-claims.ts'] },
  {
    name: 'what the server says is said in German',
    command: 'node',
    args: ['scripts/sentences.ts'],
  },
  { name: 'law of tables', command: 'node', args: ['scripts/tables.ts'] },
  { name: 'law of imports', command: 'node', args: ['scripts/imports.ts'] },
  { name: 'endpoints are found by name', command: 'node', args: ['scripts/endpoint-names.ts'] },
  { name: 'dead code', command: 'knip', args: [] },
  {
    name: 'schema dump and generated types',
    command: 'node',
    args: ['scripts/generate.ts', '--verify'],
  },
]
