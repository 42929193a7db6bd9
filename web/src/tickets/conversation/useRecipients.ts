import type { Mailbox } from '@firstline/contract/common'
import type { Ticket } from '@firstline/contract/tickets'
import { nobody, placeOf, useOwnText } from './draft.ts'

/** Who a reply goes to: those the ticket names, until somebody chooses; kept with the draft. */
export function useRecipients({ id, recipients: usual }: Ticket) {
  const [kept, keep] = useOwnText(placeOf.recipients(id))
  const all = [...usual.to, ...usual.cc, ...usual.offered]
  const chosen = kept.split('\n')
  const isUsual = ({ email }: Mailbox) =>
    [...usual.to, ...usual.cc].some((one) => one.email === email)
  const isChosen = (mailbox: Mailbox) => (kept ? chosen.includes(mailbox.email) : isUsual(mailbox))
  const to = usual.to.filter(isChosen)
  const cc = [...usual.cc, ...usual.offered].filter(isChosen)
  return {
    usual: [...usual.to, ...usual.cc],
    to: to.length > 0 ? to : cc,
    cc: to.length > 0 ? cc : [],
    isChosen,
    choose: (mailbox: Mailbox, isIn: boolean) =>
      keep(
        all
          .filter((one) => (one.email === mailbox.email ? isIn : isChosen(one)))
          .map(({ email }) => email)
          .join('\n') || nobody,
      ),
    /** For the request: nothing where all is as usual. */
    chosen: kept !== '' && all.some((one) => isChosen(one) !== isUsual(one)),
  }
}

export type Recipients = ReturnType<typeof useRecipients>
