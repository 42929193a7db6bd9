import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { judgeTampered, ownJudge, startPythonJudge } from './testing/judge-cases.ts'

const seed = 20_260_302
const hasPython = spawnSync('python3', ['--version']).status === 0

test('every one of 500 records that somebody tampered with is refused', async () => {
  const { cases, missed, byHow } = await judgeTampered(ownJudge, { count: 500, seed })
  process.stdout.write(`${cases} tampered records in ${byHow.size} ways, ${missed.length} missed\n`)
  expect(missed).toEqual([])
})

test.skipIf(!hasPython)('the independent verifier refuses every one of 100', async () => {
  const python = startPythonJudge()
  const { cases, missed } = await judgeTampered(python, { count: 100, seed })
  python.end()
  process.stdout.write(`${cases} tampered records by verify.py, ${missed.length} missed\n`)
  expect(missed).toEqual([])
})
