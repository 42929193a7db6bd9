import { expect, test } from 'vitest'
import { createNameLookUp } from './look-up-names.ts'

function nameServer(answers: Record<string, string[][] | Error>) {
  const asked: string[] = []
  const ask = async (domain: string, type: string) => {
    asked.push(`${type} ${domain}`)
    const answer = answers[domain]
    if (answer instanceof Error) throw answer
    return answer ?? []
  }
  return { asked, lookUp: createNameLookUp(ask) }
}

function failure(code: string): Error {
  return Object.assign(new Error(code), { code })
}

test('one name is asked for once, whoever asks at the same time or later, each kind for itself', async () => {
  const { asked, lookUp } = nameServer({ 'a.example': [['v=spf1 -all']] })
  const both = await Promise.all([lookUp('a.example', 'TXT'), lookUp('A.example', 'TXT')])
  expect([...both, await lookUp('a.example', 'TXT')]).toEqual(
    Array.from({ length: 3 }, () => [['v=spf1 -all']]),
  )
  await lookUp('a.example', 'MX')
  expect(asked).toEqual(['TXT a.example', 'MX a.example'])
})

test('who changes an answer changes it for nobody else', async () => {
  const { lookUp } = nameServer({ 'a.example': [['one']] })
  const first = (await lookUp('a.example', 'TXT')) as string[][]
  first[0]!.push('two')
  expect(await lookUp('a.example', 'TXT')).toEqual([['one']])
})

test('that there is no such name is remembered', async () => {
  const { asked, lookUp } = nameServer({ 'none.example': failure('ENOTFOUND') })
  for (const _ of [1, 2])
    await expect(lookUp('none.example', 'TXT')).rejects.toMatchObject({ code: 'ENOTFOUND' })
  expect(asked).toHaveLength(1)
})

test('a name server that fails is asked again', async () => {
  for (const code of ['ESERVFAIL', 'ETIMEOUT', 'ECONNREFUSED']) {
    const { asked, lookUp } = nameServer({ 'a.example': failure(code) })
    for (const _ of [1, 2]) await expect(lookUp('a.example', 'TXT')).rejects.toMatchObject({ code })
    expect(asked).toHaveLength(2)
  }
})
