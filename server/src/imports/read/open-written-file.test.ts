import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { someFile } from '#server/imports/testing/factory.ts'
import { openWrittenFile } from './open-written-file.ts'

const noSpace = { code: 'ENOSPC' }
/** More than a stream keeps in memory. */
const much = 'x'.repeat(1_000_000)

test('what is added lies in the file when it is settled, and all of it when it is closed', async () => {
  const path = someFile('')
  const file = openWrittenFile(path)
  file.add('one ')
  await file.settle()
  expect(await readFile(path, 'utf8')).toBe('one ')
  await file.write('two')
  await file.close()
  expect(await readFile(path, 'utf8')).toBe('one two')
})

// a device of Linux on which nothing has room
test.runIf(process.platform === 'linux')(
  'a full disk is said to whoever writes, settles or closes, also later, and to nobody else',
  async () => {
    await expect(openWrittenFile('/dev/full').write(much)).rejects.toMatchObject(noSpace)
    const file = openWrittenFile('/dev/full')
    file.add('one')
    await expect(file.settle()).rejects.toMatchObject(noSpace)
    await expect(file.write(much)).rejects.toMatchObject(noSpace)
    await expect(file.close()).rejects.toMatchObject(noSpace)
  },
)
