import { PassThrough } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { askForSystems, chooseByAsking } from './ask.ts'

const enter = '\r'
const space = ' '
const controlC = '\u0003'

/** A person who presses these keys, one after the other, each when something is asked. */
function personWho(...keys: string[]) {
  const [input, output] = [new PassThrough(), new PassThrough()]
  const left = [...keys]
  let said = ''
  output.on('data', (part: Buffer) => {
    said += part.toString()
  })
  const press = () => {
    const key = left.shift()
    if (key === undefined) return
    for (const sign of key.length > 1 && !key.startsWith('\u001b') ? key : [key]) input.write(sign)
    setImmediate(press)
  }
  setImmediate(press)
  return { terminal: { input, output }, said: () => said }
}

describe('on a terminal', () => {
  test('who chooses nothing gets the commented starter', async () => {
    expect(await askForSystems(personWho(enter).terminal)).toBeNull()
  })

  test('who has a database is asked for its address, which is not shown', async () => {
    const { terminal, said } = personWho(space, enter, 'Shop', enter, enter, 'env:SHOP_DB', enter)
    expect(await askForSystems(terminal)).toEqual({
      name: 'Shop',
      support: 'support@example.com',
      database: 'env:SHOP_DB',
    })
    expect(said()).not.toMatch('SHOP_DB')
  })

  test('who cancels is told that nothing was written', async () => {
    await expect(askForSystems(personWho(controlC).terminal)).rejects.toThrow(
      'Nothing was written.',
    )
  })

  test('the likely sources are chosen already, and can be left out', async () => {
    const proposals = ['orders', 'bills', 'sessions'].map((of, at) => ({
      id: `${of}.recent`,
      title: of,
      of,
      reasons: ['it says so'],
      isLikely: at < 2,
    }))
    const taken = await chooseByAsking(personWho(enter).terminal).sources('tables', proposals, 3)
    expect(taken.map(({ of }) => of)).toEqual(['orders', 'bills'])
    const chooser = chooseByAsking(personWho(space, enter).terminal)
    const fewer = await chooser.sources('tables', proposals, 3)
    expect(fewer.map(({ of }) => of)).toEqual(['bills'])
  })
})
