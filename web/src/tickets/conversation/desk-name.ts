import type { TFunction } from 'i18next'
import type { Ticket } from '@firstline/contract/tickets'

/** As people call the desk that a ticket lives in. */
export function deskName(
  { desk }: Pick<NonNullable<Ticket['outside']>, 'desk'>,
  t: TFunction<'conversation'>,
): string {
  return desk === 'redmine' ? t('desk.redmine') : desk
}
