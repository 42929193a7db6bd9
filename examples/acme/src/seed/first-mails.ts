import type { Acme } from '#acme/acme.ts'
import { row } from '#acme/database/connect.ts'

type FirstMail = {
  id: string
  sender: string
  cc?: string[]
  subject: string
  text: string
  headers?: Record<string, string>
  /** False: the relay cannot say that it comes from whom it names. */
  isProven?: boolean
  /** It answers the first customer's complaint. */
  isAnswer?: boolean
}

/** What else lies in a support mailbox: copied people, forged names, machines, another address. */
const firstMails: FirstMail[] = [
  {
    id: 'copied',
    sender: '"Dana Reyes" <dana@northwind.example>',
    cc: ['"Omar Aziz" <omar@northwind.example>', '"Harbor Audit" <ledger@harbor-audit.example>'],
    subject: 'How do we give our auditor a monthly export?',
    text: 'Hello,\n\nour auditor needs the ledger every month. Omar and the auditor read along: please answer all of us.\n\nDana',
  },
  {
    id: 'forged',
    sender: '"Omar Aziz" <omar@northwind.example>',
    cc: ['invoices@nothwind.example'],
    subject: 'Please send our invoices to the new address',
    text: 'Hi,\n\nfrom now on our invoices go to the address in copy. Please confirm there.\n\nOmar',
    isProven: false,
  },
  {
    id: 'another-address',
    sender: '"Dana Reyes" <dana.reyes@home-post.example>',
    subject: 'Re: Export email never arrived',
    text: 'I write from home: the export is still missing, also in my spam folder.',
    isAnswer: true,
  },
  {
    id: 'form',
    sender: 'support@acme.example',
    subject: 'Contact form: question about the trial',
    text: 'Name: Mira Sato\nHow long does the trial run, and does it end by itself?',
  },
  {
    id: 'absent',
    sender: '"Henrik Dahl" <henrik@halden.example>',
    subject: 'Out of office: Re: your report',
    text: 'I am back on Monday. In urgent cases write to office@halden.example.',
    headers: { 'Auto-Submitted': 'auto-replied' },
  },
  {
    id: 'letter',
    sender: '"Report Weekly" <news@report-weekly.example>',
    subject: 'Ten dashboards we like',
    text: 'This week: fewer charts, better questions.',
    headers: {
      'List-Id': '<news.report-weekly.example>',
      'List-Unsubscribe': '<https://report-weekly.example/out>',
      Precedence: 'bulk',
    },
  },
]

/** Each once, whatever interrupts it. */
export async function queueFirstMails({ pool, config, nudge }: Acme): Promise<void> {
  const first = await row<{ message_id: string }>(
    pool,
    `select message_id from customer_mail order by created_at limit 1`,
  )
  for (const mail of firstMails) {
    const { id, sender, cc = [], subject, text, headers = {}, isProven = true } = mail
    const answered = (mail.isAnswer && first?.message_id) || null
    await pool.query(
      `insert into customer_mail (message_id, sender, recipient, subject, text_body, in_reply_to,
         reference_ids, cc, headers, is_proven)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
      [
        `<first-mail-${id}@acme.example>`,
        sender,
        config.supportAddress,
        subject,
        text,
        answered,
        answered ? [answered] : [],
        cc,
        JSON.stringify(headers),
        isProven,
      ],
    )
  }
  nudge()
}
