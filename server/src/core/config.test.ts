import { homedir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { homeOf, readConfig } from './config.ts'

test('data lies beside the code of a checkout, and outside of what npm has installed', () => {
  expect(homeOf('/srv/firstline/', {})).toBe('/srv/firstline/.firstline')
  const installed = '/srv/desk/node_modules/firstline/'
  expect(homeOf(installed, {})).toBe(join(homedir(), '.local/share/firstline'))
  expect(homeOf(installed, { XDG_DATA_HOME: '/data' })).toBe('/data/firstline')
  expect(homeOf(installed, { XDG_DATA_HOME: '' })).toBe(join(homedir(), '.local/share/firstline'))
})

test('a home that is said is taken, with ~ for the person’s own folder', () => {
  expect(readConfig({ FIRSTLINE_HOME: '/data/desk' }).home).toBe('/data/desk')
  expect(readConfig({ FIRSTLINE_HOME: '~/desk' }).home).toBe(join(homedir(), 'desk'))
})
