import type { NewRelease } from '#acme/releases/record-release.ts'
import { before } from '#acme/seed/times.ts'

const dayMinutes = 1440

// The last one went live just before the first cases were reported.
const told: [
  minutesAgo: number,
  service: string,
  version: string,
  author: string,
  summary: string,
][] = [
  [13.4 * dayMinutes, 'web', '7.18', 'Mila Brandt', 'Dashboard loads the newest figures first'],
  [
    11.2 * dayMinutes,
    'mail',
    '2.9',
    'Omar Haddad',
    'Bounced addresses are suppressed at the first hard bounce',
  ],
  [9.6 * dayMinutes, 'webhooks', '3.3', 'Lin Zhang', 'Deliveries keep their id when sent again'],
  [7.3 * dayMinutes, 'exports', '4.0', 'Ravi Mehta', 'Exports are written in one pass'],
  [6.1 * dayMinutes, 'api', '1.31', 'Freya Olsen', 'Clearer error for an unknown report'],
  [4.4 * dayMinutes, 'exports', '4.1', 'Ravi Mehta', 'Names with quotes are escaped in CSV files'],
  [2.7 * dayMinutes, 'web', '7.19', 'Mila Brandt', 'Sessions are signed with a yearly key'],
  [1.2 * dayMinutes, 'webhooks', '3.4', 'Lin Zhang', 'Connection pool per sender'],
  [3, 'exports', '4.2', 'Ravi Mehta', 'Mail jobs are handed over through the new outbox'],
]

export function pastReleases(now: Date): NewRelease[] {
  return told.map(([minutes, service, version, author, summary]) => ({
    service,
    version,
    author,
    summary,
    at: new Date(before(now, { minutes })),
  }))
}
