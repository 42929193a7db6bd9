// npm run test:world: the proofs and journeys that take minutes, and what is tried against real servers that
// npm does not bring. They are Debian's packages; `--packages` prints those that are not here, one a line, for
// `apt-get install`. ClickHouse is in no package of Debian's that is young enough: `FIRSTLINE_TEST_CHDB` names a folder
// where `npm i --no-package-lock chdb@3.4.0` was run; without it what needs one is skipped.
import { existsSync } from 'node:fs'
import { long, runPlaywright, runVitest, sayCounts } from './run-tests.ts'

/** Debian packages → the file that tells that they are here. */
const servers = new Map([
  ['caddy', '/usr/bin/caddy'],
  ['dovecot-imapd', '/usr/lib/dovecot/imap'],
  ['haproxy', '/usr/sbin/haproxy'],
  ['mariadb-server', '/usr/sbin/mariadbd'],
  ['nginx', '/usr/sbin/nginx'],
  ['prometheus', '/usr/bin/prometheus'],
  ['redis-server', '/usr/bin/redis-server'],
  // without the second it wants a database as it is installed, and that fails where there is none
  ['redmine-pgsql dbconfig-no-thanks', '/usr/share/redmine/config.ru'],
])

const onOldServers = ['audit', 'core', 'mail-journey', 'scorecard', 'team', 'tickets'].map(
  (room) => `server/src/${room}`,
)

const missing = [...servers].filter(([, file]) => !existsSync(file)).map(([name]) => name)
if (process.argv.includes('--packages')) {
  for (const name of missing) console.log(name)
} else if (missing.length > 0) {
  console.error(`Not installed: ${missing.join(', ')}. apt-get install ${missing.join(' ')}`)
  process.exitCode = 1
} else {
  const began = Date.now()
  const suites = [await runVitest('--config', 'vitest.world.config.ts')]
  suites.push(...(await Promise.all([runVitest(...long.tests), runPlaywright(long.journeys)])))
  // the server's tests, on the versions of PostgreSQL that somebody may have already
  for (const version of ['16', '17']) {
    process.env.FIRSTLINE_TEST_POSTGRES = version
    suites.push(await runVitest('--project', 'server', ...onOldServers))
  }
  sayCounts(began, suites)
}
