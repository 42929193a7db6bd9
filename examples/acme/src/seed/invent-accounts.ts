import type { Chance } from '#acme/chance.ts'
import { newId } from '#acme/ids.ts'
import { before } from '#acme/seed/times.ts'
import {
  cacheKeys,
  companyKinds,
  companyNames,
  devices,
  firstNames,
  lastNames,
  regions,
} from '#acme/seed/words.ts'

export type Account = {
  id: string
  name: string
  domain: string
  plan: string
  status: string
  region: string
  created_at: string
}
export type User = {
  id: string
  account_id: string
  email: string
  name: string
  role: string
  verified_at: string | null
  last_seen_at: string | null
  created_at: string
}

const accountCount = 200

// Two that the tour and the documentation speak of.
const wellKnown = [
  {
    id: 'acc_northwnd',
    name: 'Northwind Ltd',
    domain: 'northwind.example',
    plan: 'pro',
    region: 'eu-central',
  },
  {
    id: 'acc_halden00',
    name: 'Halden & Sons',
    domain: 'halden.example',
    plan: 'enterprise',
    region: 'eu-north',
  },
]
const wellKnownOwners: Record<string, string> = {
  acc_northwnd: 'Dana Reyes',
  acc_halden00: 'Henrik Halden',
}

export function inventAccounts(chance: Chance, now: Date): Account[] {
  const accounts: Account[] = wellKnown.map((known) => ({
    ...known,
    status: 'active',
    created_at: before(now, { days: 700 }),
  }))
  const taken = new Set(accounts.map((account) => account.domain))
  while (accounts.length < accountCount) {
    const name = `${chance.pick(companyNames)} ${chance.pick(companyKinds)}`
    const domain = `${name.toLowerCase().replace(' ', '-')}.example`
    if (taken.has(domain)) continue
    taken.add(domain)
    accounts.push({
      id: newId('acc', chance.below),
      name,
      domain,
      plan: chance.pick(['free', 'free', 'pro', 'pro', 'pro', 'enterprise']),
      status: chance.hits(0.03) ? chance.pick(['past_due', 'suspended']) : 'active',
      region: chance.pick(regions),
      created_at: before(now, { days: chance.between(40, 1400) }),
    })
  }
  return accounts
}

export function inventUsers(chance: Chance, account: Account, now: Date): User[] {
  // Few large ones, many small ones; ten on average.
  const count = Math.min(30, Math.round(2 + 28 * chance.next() ** 2.45))
  const taken = new Set<string>()
  const users: User[] = []
  while (users.length < count) {
    const invented = `${chance.pick(firstNames)} ${chance.pick(lastNames)}`
    const name = (users.length === 0 && wellKnownOwners[account.id]) || invented
    const email = addressOf(name, account, users.length === 0)
    if (taken.has(email)) continue
    taken.add(email)
    const isVerified = users.length === 0 || chance.hits(0.96)
    users.push({
      id: newId('usr', chance.below),
      account_id: account.id,
      email,
      name,
      role: users.length === 0 ? 'owner' : chance.hits(0.15) ? 'admin' : 'member',
      verified_at: isVerified ? before(now, { days: chance.between(5, 400) }) : null,
      last_seen_at: isVerified ? before(now, { minutes: chance.between(20, 30 * 1440) }) : null,
      created_at: before(now, { days: chance.between(31, 500) }),
    })
  }
  return users
}

function addressOf(name: string, account: Account, isOwner: boolean): string {
  const [first = '', last = ''] = name.toLowerCase().split(' ')
  const isShort = isOwner && account.id in wellKnownOwners
  return `${isShort ? first : `${first}.${last}`}@${account.domain}`
}

export function inventSessions(chance: Chance, users: User[], now: Date) {
  return users
    .filter((user) => user.last_seen_at)
    .map((user) => ({
      id: newId('ses', chance.below),
      account_id: user.account_id,
      user_id: user.id,
      state: chance.hits(0.85) ? 'active' : 'revoked',
      device: chance.pick(devices),
      created_at: before(now, { days: 31 + chance.below(30) }),
      last_used_at: user.last_seen_at,
    }))
}

export function inventCache(chance: Chance, account: Account, now: Date) {
  return cacheKeys.map((key) => ({
    id: newId('cch', chance.below),
    account_id: account.id,
    key,
    stale: false,
    version: chance.between(1, 400),
    refreshed_at: before(now, { minutes: chance.between(20, 700) }),
  }))
}
