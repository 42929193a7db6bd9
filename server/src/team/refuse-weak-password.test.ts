import { expect, test } from 'vitest'
import { refuseWeakPassword } from './refuse-weak-password.ts'

const ada = ['Ada Lovelace-Berg', 'ada.berg@northwind.example', 'Acme']

const faultOf = (password: string, personal = ada) =>
  refuseWeakPassword(password, personal).then(
    () => null,
    (error: unknown) => (error as { reason: string }).reason,
  )

test.each([
  ['', 'password.short'],
  ['Tr0ub4dor&3', 'password.short'],
  ['elevenchars', 'password.short'],
  ['           x', 'password.short'],
  ['aaaaaaaaaaaa', 'password.guessable'],
  ['abababababababab', 'password.guessable'],
  ['abcdefghijkl', 'password.guessable'],
  ['123456789012', 'password.guessable'],
  ['qwertyuiopas', 'password.guessable'],
  ['qwertzuiopasdf', 'password.guessable'],
  ['20240101202401', 'password.guessable'],
  ['31.12.1999 31.12.1999', 'password.guessable'],
  ['password1234', 'password.common'],
  ['Password1234!', 'password.common'],
  ['passwordpassword', 'password.guessable'],
  ['P@ssw0rd2024!', 'password.common'],
  ['iloveyou1234', 'password.common'],
  ['ILOVEYOU2024', 'password.common'],
  ['letmein12345', 'password.common'],
  ['Passwort1234!', 'password.common'],
  ['Willkommen2024', 'password.common'],
  ['hallohallo12', 'password.common'],
  ['Sommer2024!!', 'password.common'],
  ['Firstline2024', 'password.common'],
  ['ada.berg@northwind.example', 'password.personal'],
  ['AdaLovelaceBerg', 'password.personal'],
  ['ada-berg-1234', 'password.personal'],
  ['lovelaceberg1', 'password.personal'],
  ['northwindnorthwind', 'password.personal'],
  ['@cme@cme@cme@cme', 'password.personal'],
  ['4d4 B3rg L0v3l4c3', 'password.personal'],
])('“%s” is refused as %s', async (password, reason) => {
  expect(await faultOf(password)).toMatch(/^password\./)
  if (/short|personal/.test(reason)) expect(await faultOf(password)).toBe(reason)
})

test.each([
  'correct horse battery staple',
  'tangerine-kettle-voltage-42',
  'Kf7#mQz2!vLp',
  'drei Katzen auf dem Küchendach',
  'überm Fluß flog 1 Reiher',
  '雨が降る日に本を読む猫が三匹',
])('“%s” is taken', async (password) => {
  expect(await faultOf(password)).toBeNull()
})

test('what belongs to one person is a good password for another', async () => {
  const password = 'mirabelle.quastenflosser'
  expect(await faultOf(password)).toBeNull()
  expect(await faultOf(password, ['Mirabelle Quastenflosser'])).toBe('password.personal')
})

test('the desk goes on while a password is judged that takes long', async () => {
  let turns = 0
  const counting = setInterval(() => turns++, 1)
  await faultOf('!"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGH')
  clearInterval(counting)
  // judged in this process it would leave none
  expect(turns).toBeGreaterThan(3)
})
