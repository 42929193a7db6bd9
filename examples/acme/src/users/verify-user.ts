import { row } from '#acme/database/connect.ts'
import type { Database } from '#acme/database/connect.ts'

/** The link of a verification mail: good for 24 hours, harmless the second time. */
export async function verifyUser(
  database: Database,
  userId: string,
  emailId: string,
): Promise<boolean> {
  const verified = await row(
    database,
    `update app_user u set verified_at = coalesce(u.verified_at, now())
     from email_delivery m
     where u.id = $1 and m.id = $2 and m.user_id = u.id and m.kind = 'verification'
       and m.created_at > now() - interval '24 hours'
     returning u.id`,
    [userId, emailId],
  )
  return verified !== undefined
}
