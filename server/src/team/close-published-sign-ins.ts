import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import type { Logger } from '#server/core/log.ts'
import type { Auth } from './auth.ts'
import { demoSignIns } from './demo-sign-ins.ts'

/**
 * A desk of one's own may stand on the database that the example ran on. Its people stay, as tickets
 * name them, but the passwords that everybody knows open nothing any more.
 */
export async function closePublishedSignIns(desk: {
  db: Kysely<DB>
  auth: Auth
  log: Logger
}): Promise<void> {
  const { password } = await desk.auth.$context
  for (const known of demoSignIns) {
    const account = await desk.db
      .selectFrom('auth.account')
      .innerJoin('auth.user', 'auth.user.id', 'auth.account.userId')
      .select(['auth.account.id', 'auth.account.userId', 'auth.account.password'])
      .where('auth.user.email', '=', known.email)
      .where('auth.account.providerId', '=', 'credential')
      .executeTakeFirst()
    if (!account?.password) continue
    if (!(await password.verify({ hash: account.password, password: known.password }))) continue
    await desk.db
      .updateTable('auth.account')
      .set({ password: null })
      .where('id', '=', account.id)
      .execute()
    await desk.db.deleteFrom('auth.session').where('userId', '=', account.userId).execute()
    desk.log.warn(
      { email: known.email },
      'a sign-in of the example, known to everybody, was closed',
    )
  }
}
