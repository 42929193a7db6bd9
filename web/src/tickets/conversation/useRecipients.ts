import type { Mailbox } from '@firstline/contract/common'
import type { Ticket } from '@firstline/contract/tickets'
import { useState } from 'react'

/** Who a reply goes to: those the ticket names, less those left out, with those let in. */
export function useRecipients({ recipients: usual }: Ticket) {
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map())
  const isUsual = ({ email }: Mailbox) =>
    [...usual.to, ...usual.cc].some((one) => one.email === email)
  const isChosen = (mailbox: Mailbox) => changed.get(mailbox.email) ?? isUsual(mailbox)
  const [to, cc] = [usual.to, [...usual.cc, ...usual.offered]].map((list) => list.filter(isChosen))
  return {
    usual: [...usual.to, ...usual.cc],
    to: to!.length > 0 ? to! : cc!,
    cc: to!.length > 0 ? cc! : [],
    isChosen,
    choose: (mailbox: Mailbox, isIn: boolean) =>
      setChanged(new Map(changed).set(mailbox.email, isIn)),
    /** For the request: nothing where all is as usual. */
    chosen: changed.size > 0,
  }
}

export type Recipients = ReturnType<typeof useRecipients>
