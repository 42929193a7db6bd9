import { system } from './core/actor.ts'
import { systemClock } from './core/clock.ts'
import type { Config } from './core/config.ts'
import { createLog } from './core/log.ts'
import type { Desk } from './core/verb.ts'
import { createDatabase, createPool } from './database/database.ts'
import { restoreBackup } from './backup/restore-backup.ts'
import type { RestoreChoice, Restored } from './backup/restore-backup.ts'
import { reactionsTo } from './reactions.ts'
import { readHeldMail, sendHeldMail } from './tickets/hold-queued-mail.ts'
import type { HeldMail } from './tickets/hold-queued-mail.ts'

/** @param ownerUrl of a database without a desk */
export function restoreDesk(
  ownerUrl: string,
  config: Config,
  choice: RestoreChoice,
): Promise<Restored> {
  return withDesk(ownerUrl, config, (desk) => restoreBackup(ownerUrl, desk, choice))
}

/** Mails that a restore holds. @param onMails told up to 500 at a time */
export function listHeldMail(
  url: string,
  config: Config,
  onMails: (mails: readonly HeldMail[]) => void,
): Promise<void> {
  return withDesk(url, config, async (desk) => {
    let mails = await readHeldMail(desk)
    while (mails.length > 0) {
      onMails(mails)
      mails = await readHeldMail(desk, mails.at(-1)?.messageId)
    }
  })
}

/** @returns how many are on their way again */
export function releaseHeldMail(url: string, config: Config): Promise<number> {
  return withDesk(url, config, (desk) => sendHeldMail(desk, system('restore')))
}

/** From a process that runs no desk itself. */
async function withDesk<T>(
  url: string,
  config: Config,
  work: (desk: Desk) => Promise<T>,
): Promise<T> {
  const log = createLog('warn')
  const pool = createPool(url, log, { max: 3, name: 'firstline restore' })
  const reading = createPool(url, log, { max: 3, name: 'firstline restore', isReading: true })
  try {
    const [db, readDb] = [createDatabase(pool), createDatabase(reading)]
    return await work({ db, readDb, log, clock: systemClock, reactionsTo, config })
  } finally {
    await Promise.all([pool.end(), reading.end()])
  }
}
