import type { Sender } from '@firstline/contract/tickets'

/** A name may claim anything: the address always stands beside it, and apart from it. */
export function MailboxText({ mailbox: { email, name } }: { mailbox: Sender }) {
  return (
    <bdi className="wrap-anywhere">
      {name && <span className="font-medium text-ink">{name}</span>}
      {name && email && ' '}
      {email && <span>{name ? `<${email}>` : email}</span>}
    </bdi>
  )
}
