import type { Fault } from '@firstline/server/audit/fault'
import type { Proven } from '@firstline/server/audit/proof'
import type { SealState } from '@firstline/server/audit/seal-state'
import type { Verified } from '@firstline/server/audit/verify-record'

/** Nothing is wrong then. */
const whenSealed = 'A desk that runs seals what is new every five minutes.'

const number = (value: number) => value.toLocaleString('en')

export function stateText({ sealed, unsealed }: SealState): string {
  if (!sealed) return 'Nothing is recorded yet.\n'
  return [
    `Sealed up to  ${sealed.at}  (seal ${number(sealed.number)}, ${number(sealed.events)} events)`,
    `Not sealed    ${unsealed >= 1000 ? 'more than 1,000' : unsealed} events`,
    `Key           ${sealed.keyId}`,
    `Public key    ${sealed.publicKey}`,
    '',
  ].join('\n')
}

export function verifiedText(
  { seals, events, unsealed, sealedUpTo, keys }: Verified,
  { publicKey }: { publicKey?: string | undefined },
): string {
  if (seals === 0)
    return `Nothing is sealed yet; ${number(unsealed)} events wait for the first seal. ${whenSealed}\n`
  const trusted = publicKey
    ? 'Signed by the key you gave.'
    : `No --public-key was given: the record vouches for itself only. Its keys: ${keys.join(', ')}`
  return [
    `As it was sealed: ${number(events)} events in ${number(seals)} seals, up to ${sealedUpTo}.`,
    ...(unsealed > 0 ? [`${number(unsealed)} newer events are not sealed yet. ${whenSealed}`] : []),
    trusted,
    '',
  ].join('\n')
}

export function faultText({ kind, detail }: Fault): string {
  return `NOT as it was sealed: ${detail}  [${kind}]\n`
}

export function provenText(
  { event, seal, sealedAt, head }: Proven,
  publicKey: string | undefined,
): string {
  const key = publicKey ? 'signed by the key you gave' : 'signed by a key that nobody vouches for'
  return [
    `Event ${event.id} stands in seal ${number(seal)} of ${sealedAt}, ${key}; the chain goes on to seal ${number(head)}.`,
    JSON.stringify(event, null, 2),
    '',
  ].join('\n')
}
