import type { ReplyTitle } from './saved-replies.ts'

/** A mail as somebody would write it; `from` says who, by the name before the @ and their company. */
export type Letter = {
  name: string
  local: string
  company: number
  subject: string
  text: string
  type?: string
  /** What the first line says of it when it has read it. */
  priority?: 'urgent' | 'high' | 'low'
  tags?: string[]
}

/**
 * What people ask a desk besides what is broken: invoices, how to do something, praise. `company`
 * counts the accounts the workday found.
 */
export const unanswered: Letter[] = [
  {
    name: 'Ines Marques',
    local: 'ines.marques',
    company: 0,
    subject: 'Invoice 2291 shows two seats too many',
    tags: ['refund'],
    type: 'billing.invoice-question',
    text: `Hi,

our October invoice lists 42 seats, but we have 40 people since Paulo and Agneta left on the 12th. Could you check and send a corrected one? Our accounting closes the month on Friday.

Thanks
Ines`,
  },
  {
    name: 'Jonas Weidmann',
    local: 'j.weidmann',
    company: 1,
    subject: 'Umsatzbericht: Spalte „Region“ fehlt seit heute Morgen',
    type: 'exports.wrong-content',
    text: `Guten Tag,

im wöchentlichen Umsatzbericht fehlt seit heute Morgen die Spalte „Region“. Gestern war sie noch da, geändert haben wir nichts. Ohne sie kann unser Vertrieb die Zahlen nicht zuordnen.

Können Sie bitte nachsehen?

Freundliche Grüße
Jonas Weidmann`,
  },
  {
    name: '高橋 美咲',
    local: 'misaki.takahashi',
    company: 2,
    subject: 'エクスポートの文字化けについて',
    text: `お世話になっております。

CSVエクスポートをExcelで開くと、日本語の列名が文字化けします。UTF-8で保存されているようですが、Excel向けの設定はありますか。

よろしくお願いいたします。
高橋`,
  },
  {
    name: 'ليلى حداد',
    local: 'layla.haddad',
    company: 3,
    subject: 'لا أستطيع إضافة زميل جديد إلى الفريق',
    text: `مرحباً،

عندما أضغط على «دعوة عضو» تظهر رسالة «وصلتم إلى الحد الأقصى»، مع أن خطتنا تسمح بعشرين عضواً ولدينا سبعة عشر فقط.

هل يمكنكم المساعدة؟ 🙏

شكراً
ليلى`,
  },
  {
    name: 'Tom Achterberg',
    local: 'tom',
    company: 4,
    subject: 'How do I schedule a report for the first working day of the month?',
    tags: ['feature wish'],
    priority: 'low',
    type: 'how-to',
    text: `Hello support,

I can schedule a report weekly or on a date, but our board wants it on the first *working* day of each month. Is there a way, or do I have to move it by hand when the 1st is a Sunday?

Tom`,
  },
  {
    name: 'Priya Raman',
    local: 'priya.raman',
    company: 5,
    subject: 'Webhook signature changed without notice?',
    priority: 'urgent',
    tags: ['integrations', 'on call'],
    text: `Hi team,

since about 9:40 our endpoint rejects every event from you with "signature mismatch". The secret on our side is the one shown in Settings, and the code has not changed for months:

    expected = hmac_sha256(secret, timestamp + "." + body)

Did anything change in how you sign? Roughly 300 events are waiting in your retry queue, I would rather not lose them.

Priya Raman
Platform, on call until 18:00`,
  },
  {
    name: 'Gábor Szentpéteri',
    local: 'szentpeteri.gabor',
    company: 6,
    subject: 'Two-factor codes are refused after a new phone',
    priority: 'high',
    type: 'users.cannot-sign-in',
    text: `Hello,

I have a new phone since yesterday and the codes of my authenticator are refused. I still have two backup codes, but I do not want to burn them. Can you switch it off for my account once, so that I can set it up anew?

Best
Gábor`,
  },
  {
    name: 'Sofia Lindqvist',
    local: 'sofia',
    company: 7,
    subject: 'GDPR: please confirm the deletion of a former employee',
    tags: ['privacy'],
    text: `Dear Acme,

one of our former employees has asked us to have their data deleted in all systems. Their user was removed in the product last week. Could you confirm in writing that nothing is kept, backups included, and until when?

Kind regards
Sofia Lindqvist, data protection`,
  },
]

/** Answered, and the customer's turn. */
export const waitingForCustomer: (Letter & { answer: string })[] = [
  {
    name: 'Marek Novotny',
    local: 'marek.novotny',
    company: 8,
    subject: 'Figures in the funnel report do not add up',
    text: `Hi, step 2 of our funnel shows more visitors than step 1, which cannot be. We see it only for last week.`,
    answer: `Hi Marek,

thanks for the report. Which funnel is it, and which time zone is your workspace set to? If somebody can reach step 2 by a link of a campaign, they are counted there and not in step 1; with the name of the funnel I can tell whether that is the case here.`,
  },
  {
    name: 'Chloé Lefèvre',
    local: 'chloe',
    company: 9,
    subject: 'Can two workspaces share one data source?',
    type: 'how-to',
    text: `Bonjour, we have one workspace for France and one for Spain, and both need the same warehouse connection. Must we create it twice?`,
    answer: `Bonjour Chloé,

each workspace needs its own connection today, but both can use the same read-only role. Shall I send you the steps to copy the settings from one to the other?`,
  },
]

/** Answered and done, without a runbook; by the saved reply of that title where there is one. */
export const answered: (Letter & { answer: string; summary: string; reply?: ReplyTitle })[] = [
  {
    name: 'Daniel Osei',
    local: 'daniel.osei',
    company: 10,
    subject: 'Where do I change the address on our invoices?',
    type: 'billing.invoice-question',
    text: `Hello, we have moved. Where can I change the address that is printed on our invoices?`,
    summary: 'Told where the billing address is changed',
    reply: 'Where the billing address is changed',
    answer: `Hello Daniel,

congratulations on the new office. Under Settings → Billing → Address you can change it yourself; the next invoice carries the new one. If you need last month's again with the new address, tell me and I have it made.`,
  },
  {
    name: 'Hanna Keller',
    local: 'h.keller',
    company: 11,
    subject: 'Wie lange ist ein Exportlink gültig?',
    type: 'how-to',
    text: `Guten Tag, wie lange kann man den Link aus der Export-Mail benutzen? Eine Kollegin ist bis nächste Woche im Urlaub.`,
    summary: 'Said how long links of exports work',
    answer: `Guten Tag Frau Keller,

der Link gilt sieben Tage. Danach lässt sich derselbe Export unter Berichte → Export mit einem Klick noch einmal erzeugen; dafür braucht Ihre Kollegin nichts von Ihnen.`,
  },
  {
    name: 'Luis Carrasco',
    local: 'luis',
    company: 12,
    subject: 'Is there a limit of rows per export?',
    type: 'how-to',
    text: `Hi! Our export of all events of 2026 would have some 9 million rows. Is there a limit, or does it just take longer?`,
    summary: 'Told the limits of exports',
    reply: 'Limits of exports',
    answer: `Hi Luis,

there is no limit of rows; above 500 MB the file is split into parts, and the mail has one link for each. Nine million rows take about 20 minutes.`,
  },
]

/** Of two people of one company about the same: the second is merged into the first. */
export const writtenTwice: readonly [Letter, Letter] = [
  {
    name: 'Elin Sandberg',
    local: 'elin.sandberg',
    company: 4,
    subject: 'Our single sign-on certificate ends on Sunday',
    text: `Hello,

the certificate of our identity provider ends on Sunday. Where do we put in the new one, and is anybody signed out by it?

Elin`,
  },
  {
    name: 'Oskar Lind',
    local: 'oskar.lind',
    company: 4,
    subject: 'New SSO certificate – where to upload?',
    text: `Hi, my colleague Elin may have asked already: we have the new certificate as a PEM file now. Where do we upload it?

Oskar`,
  },
]

export const spam: Letter[] = [
  {
    name: 'Growth Partners',
    local: 'hello',
    company: -1,
    subject: 'Quick question about your SEO, {{first_name}}',
    text: `Hi there, I noticed that your website is not on page one. We have helped 400+ companies like yours. Do you have 15 minutes this week?`,
  },
]
