import type { Acme } from '#acme/acme.ts'
import type { Broken, Person } from '#acme/faults/broken.ts'
import { breakSession, staleCache } from '#acme/faults/break-web.ts'
import {
  failExport,
  holdExport,
  loseExportMail,
  suppressRecipient,
} from '#acme/faults/break-export.ts'
import { loseVerification } from '#acme/faults/lose-verification.ts'
import { holdWebhook } from '#acme/faults/hold-webhook.ts'

export type FaultKind = {
  title: string
  /** Makes it happen to this account through the code that runs every day. */
  make: (acme: Acme, accountId: string, contact: Person) => Promise<Broken>
  complaint: { subject: string; text: string }
}

export const faultKinds = {
  export_failed: {
    title: 'An export fails',
    make: failExport,
    complaint: {
      subject: 'Export email never arrived',
      text: `Hi,

I started an export of our users earlier and was told that I would get an email with the link. I did not receive the export email, and it is not in my spam folder either. We need the file for our monthly report today.

Could you have a look?`,
    },
  },
  export_stuck: {
    title: 'An export hangs',
    make: holdExport,
    complaint: {
      subject: 'Export has been running for ages',
      text: `Hello,

our export has been running for ages now, normally it takes a minute. The export link never arrived. Is something wrong with it, or should I just wait?`,
    },
  },
  email_suppressed: {
    title: 'The mailer holds back mail to someone',
    make: suppressRecipient,
    complaint: {
      subject: 'No mail about the export',
      text: `Hello support,

the export page says "completed" but no mail about the export came. A colleague of mine gets his without any trouble. What is different for me?`,
    },
  },
  mail_not_sent: {
    title: 'An export completes and no mail is sent',
    make: loseExportMail,
    complaint: {
      subject: 'Waiting for the export email',
      text: `Hi there,

my export shows as completed, but I am still waiting for the export email with the download link. I have checked spam and our shared inbox: nothing. Last week this worked fine.`,
    },
  },
  webhook_stuck: {
    title: 'A webhook delivery gets stuck',
    make: holdWebhook,
    complaint: {
      subject: 'Missing webhook events',
      text: `Hi,

we did not receive the webhook event for a report that was published a few minutes ago. Our endpoint got no request at all, I checked the logs of our server. Other events came through today.`,
    },
  },
  verification_lost: {
    title: 'A verification email is lost',
    make: loseVerification,
    complaint: {
      subject: 'Verification email never arrived',
      text: `Hello,

I signed up with my company address and the verification email never arrived, so I cannot log in. I have looked in my spam folder. Can you send it again?`,
    },
  },
  cache_stale: {
    title: "An account's figures stop updating",
    make: staleCache,
    complaint: {
      subject: 'Dashboard shows old figures',
      text: `Hi,

our dashboard shows old figures: the numbers are the same as this morning although we imported new data since. Reloading the page does not help.`,
    },
  },
  session_broken: {
    title: 'A session breaks',
    make: breakSession,
    complaint: {
      subject: 'I keep being sent back to the sign-in page',
      text: `Hello,

since a few minutes I cannot sign in properly: I enter my password, see the dashboard for a second and then I am sent back to the sign-in page. It happens only in my normal browser.`,
    },
  },
} satisfies Record<string, FaultKind>

export type Fault = keyof typeof faultKinds
export const faultNames = Object.keys(faultKinds) as Fault[]
