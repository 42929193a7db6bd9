import { authenticate } from 'mailauth'
import type { DNSResolver } from 'mailauth'
import { createNameLookUp } from '#server/outbound/look-up-names.ts'
import { oneLine } from './clean-text.ts'
import { normalAddress } from './mailbox.ts'

export type SenderProof = { isVerified: boolean; proof: string }

type Arrived = {
  raw: Buffer
  /** Of its From, in lower case. */
  fromDomain: string | null
  envelopeFrom: string | null
  clientIp: string | null
  clientName: string | null
}

/** A relay of one's own that has checked already, and says so in a header. */
type TrustedRelay = { name: string; addresses: string[] }

type Checking = { relay: TrustedRelay | null; resolver?: DNSResolver; timeoutMs?: number }

const timeout = 8_000
/** Of this process: what one mail has asked the next need not. */
const lookUp = createNameLookUp()

/**
 * Whether a mail is shown to come from the domain in its From: by DKIM or SPF of that very domain
 * (as DMARC asks), or by the word of a trusted relay. Never throws and never takes long: what cannot
 * be found out is not proven.
 */
export async function checkSender(mail: Arrived, checking: Checking): Promise<SenderProof> {
  const { relay, resolver = lookUp, timeoutMs = timeout } = checking
  if (!mail.fromDomain) return unproven('It names no sender')
  const isFromRelay =
    relay !== null && (mail.clientIp === null || relay.addresses.includes(plainIp(mail.clientIp)))
  if (relay && isFromRelay) return readRelay(mail.raw, relay.name, mail.fromDomain)
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<SenderProof>((done) => {
    timer = setTimeout(() => done(unproven('The names were not answered in time')), timeoutMs)
  })
  try {
    return await Promise.race([ask(mail, resolver), late])
  } catch {
    return unproven('Its signatures could not be read')
  } finally {
    clearTimeout(timer)
  }
}

async function ask(mail: Arrived, resolver: DNSResolver): Promise<SenderProof> {
  const { dkim, dmarc, arc } = await authenticate(mail.raw, {
    resolver,
    disableBimi: true,
    mta: 'firstline',
    ...(mail.clientIp ? { ip: plainIp(mail.clientIp) } : {}),
    ...(mail.clientName ? { helo: mail.clientName } : {}),
    ...(mail.envelopeFrom ? { sender: mail.envelopeFrom } : {}),
  })
  if (!dmarc || !dkim || !isReadTheSame(dkim.headerFrom, mail.fromDomain)) {
    return unproven('Its domain could not be checked')
  }
  const by = dmarc.alignment?.dkim?.result ? 'DKIM' : dmarc.alignment?.spf?.result ? 'SPF' : null
  const result = dmarc.status.result
  if (by && result !== 'fail') return { isVerified: true, proof: `${by} of ${mail.fromDomain}` }
  if (result === 'temperror') return unproven('The names were not answered')
  if (result === 'fail') {
    // a seal says what a forwarder saw; it proves nothing of a forwarder nobody named
    const sealed = arc && arc.status?.result === 'pass' ? '; forwarded under a seal' : ''
    return unproven(`DMARC of ${mail.fromDomain} fails${sealed}`)
  }
  return unproven(`No signature of ${mail.fromDomain}`)
}

/**
 * Whose mail was checked is who we say wrote it: programs differ in what they make of groups, comments and several
 * lines, and a sender may write a From that each reads otherwise.
 */
function isReadTheSame(checked: string | readonly string[], fromDomain: string | null): boolean {
  const domains = [checked].flat().map((address) => normalAddress(address)?.split('@').at(-1))
  return domains.length === 1 && domains[0] === fromDomain
}

/** The header right on top, which the relay itself wrote: any other one may be the sender's. */
function readRelay(raw: Buffer, name: string, fromDomain: string): SenderProof {
  const head =
    raw
      .subarray(0, 128 * 1024)
      .toString('latin1')
      .split(/\r?\n\r?\n/, 1)[0] ?? ''
  const lines = head.split(/\r?\n(?![ \t])/)
  const first = lines.find((line) => /^authentication-results\s*:/i.test(line)) ?? ''
  const value = first
    .slice(first.indexOf(':') + 1)
    .replaceAll(/\s+/g, ' ')
    .trim()
  const [id = '', ...results] = value.replaceAll(/\([^()]*\)/g, '').split(';')
  if (id.trim().split(' ')[0]?.toLowerCase() !== name.toLowerCase()) {
    return unproven(`${name} says nothing of it`)
  }
  const dmarc = results.find((result) => /^\s*dmarc\s*=/i.test(result)) ?? ''
  const domain = /header\.from\s*=\s*"?([^\s";]+)/i.exec(dmarc)?.[1]?.toLowerCase()
  const isPassed = /^\s*dmarc\s*=\s*pass\b/i.test(dmarc) && domain === fromDomain
  return isPassed
    ? { isVerified: true, proof: `DMARC, as ${name} says` }
    : unproven(`${name} could not prove it`)
}

function unproven(why: string): SenderProof {
  return { isVerified: false, proof: oneLine(why, 300) }
}

function plainIp(ip: string): string {
  return ip.replace(/^::ffff:(?=\d+\.)/i, '')
}
