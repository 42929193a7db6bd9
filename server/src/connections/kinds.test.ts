import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { databaseNames } from './kinds.ts'

const server = new URL('../', import.meta.url).pathname
const kinds = new RegExp(`['"\`](?:${databaseNames.join('|')})['"\`]`)

test('no other room of the server names a kind of database: all that differs is in its object', () => {
  const files = readdirSync(server, { recursive: true, encoding: 'utf8' }).filter(
    (path) =>
      /^[a-z-]+\/.*\.ts$/.test(path) && !/\.test\.ts$|(?:^|\/)testing\/|^connections\//.test(path),
  )
  expect(files.length).toBeGreaterThan(300)
  const naming = files.filter((path) => kinds.test(readFileSync(join(server, path), 'utf8')))
  // the desk's own database, not a company's
  expect(naming.filter((path) => !/^(?:backup\/|database\/|team\/auth\.ts$)/.test(path))).toEqual(
    [],
  )
})

test('each kind of database is told of where people learn how to connect', () => {
  const page = readFileSync(join(server, '../../docs/connect.md'), 'utf8')
  expect(databaseNames.filter((kind) => !page.includes(`\`${kind}\``))).toEqual([])
})
