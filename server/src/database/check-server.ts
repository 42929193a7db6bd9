import { ownProperty } from '@firstline/contract/own-property'
import { withClient } from './open-client.ts'
import { onlyRow } from './only-row.ts'

/** What a desk finds at its PostgreSQL. */
export type ServerCheck = {
  version: string
  databaseBytes: number
  findings: ServerFinding[]
}

/** A setting that is not as a desk wants it: what it should be, and why. */
type ServerFinding = { setting: string; is: string; want: string; because: string }

const megabyte = 1024 * 1024

/** Looks at the settings that a desk does not make for itself. @param url of the desk's database */
export async function checkServer(url: string): Promise<ServerCheck> {
  return withClient(url, 'firstline doctor', async (client) => {
    const { rows } = await client.query<Found>(ask, [wishes.map(({ setting }) => setting)])
    const found = onlyRow(rows)
    const size = Number(found.bytes)
    const findings = wishes.flatMap(({ isWell, want, ...wish }) => {
      const at = ownProperty(found.settings, wish.setting)
      if (at === undefined || isWell(at.value, size)) return []
      return [{ ...wish, is: at.shown, want: typeof want === 'string' ? want : want(size) }]
    })
    return { version: found.version, databaseBytes: size, findings }
  })
}

type Found = {
  version: string
  bytes: string
  /** Sizes in megabytes, all others as they are. */
  settings: Record<string, { value: string; shown: string }>
}

const ask = `
  select current_setting('server_version') as version,
    pg_database_size(current_database()) as bytes,
    (select jsonb_object_agg(name, jsonb_build_object('shown', current_setting(name), 'value',
      case when unit in ('8kB', 'MB') then
        (pg_size_bytes(current_setting(name)) / ${megabyte})::text else setting end))
      from pg_settings where name = any ($1)) as settings`

type Wish = {
  setting: string
  want: string | ((databaseBytes: number) => string)
  because: string
  isWell(value: string, databaseBytes: number): boolean
}

const isOn = (value: string) => value !== 'off'

const wishes: readonly Wish[] = [
  {
    setting: 'fsync',
    want: 'on',
    because: 'what was acknowledged is lost, or all of it, when the machine fails',
    isWell: isOn,
  },
  {
    setting: 'full_page_writes',
    want: 'on',
    because: 'a page half written when the machine fails is not mended',
    isWell: isOn,
  },
  {
    setting: 'synchronous_commit',
    want: 'on',
    because: 'a mail that was acknowledged may be lost when the machine fails',
    isWell: isOn,
  },
  {
    setting: 'autovacuum',
    want: 'on',
    because: 'lists and the queue of jobs become slower every day',
    isWell: isOn,
  },
  {
    setting: 'max_connections',
    want: '100',
    because: 'one node opens up to 60',
    isWell: (value) => Number(value) >= 70,
  },
  {
    setting: 'shared_buffers',
    want: (size) => `${wantedBuffers(size)}MB`,
    because: 'a quarter of the database is read again and again',
    isWell: (value, size) => Number(value) >= wantedBuffers(size),
  },
  {
    setting: 'max_wal_size',
    want: '2GB',
    because: 'after each checkpoint every page is written whole once more',
    isWell: (value) => Number(value) >= 2048,
  },
  {
    setting: 'random_page_cost',
    want: '1.1',
    because: 'on a disk that does not turn, an index is cheaper than its plans assume',
    isWell: (value) => Number(value) <= 2,
  },
]

/** Of a database; what fits into PostgreSQL's own default needs nothing, and a gigabyte is enough. */
function wantedBuffers(databaseBytes: number): number {
  const quarter = Math.ceil(databaseBytes / megabyte / 4)
  return Math.min(1024, quarter <= 128 ? 128 : Math.ceil(quarter / 128) * 128)
}
