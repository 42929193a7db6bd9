import { afterAll, describe } from 'vitest'
import { holdsToThePort } from '#server/beside/testing/conformance.ts'
import { openRedmineOf, redmineHands } from '#server/beside/testing/redmine-desk.ts'
import { isRedmineHere, startRedmine } from '#server/beside/testing/redmine-server.ts'
import { standIn } from '#server/beside/testing/stand-in.ts'
import { emptyDatabase } from '#server/testing/desk.ts'

const server = isRedmineHere ? await startRedmine({ databaseUrl: await emptyDatabase() }) : null
afterAll(() => server?.stop())

describe.skipIf(!server)('Redmine 5, of the package redmine-pgsql', () => {
  holdsToThePort(server ? { desk: openRedmineOf(server), hands: redmineHands(server) } : standIn())
})
