import { Line } from '@firstline/contract/common'
import { described, matching, maybe } from '@firstline/contract/formats/form'
import { secretRef, text } from '@firstline/contract/formats/values'
import { roles } from '@firstline/contract/permissions'
import type { Role } from '@firstline/contract/permissions'
import type { Sentence } from '@firstline/contract/sentence'
import { z } from 'zod'
import { sentence } from '#server/core/sentence.ts'
import { problem } from '#server/project/project-document.ts'
import type { FileProblem, LoadedFile } from '#server/project/project-document.ts'

/** Whoever the provider puts into the group is this here. */
type GroupRole = { group: string; role: Role; line: Line }

/** An identity provider (OpenID Connect), as `sign_in.providers` in firstline.yaml says. */
export type Provider = {
  /** In the address that the provider sends people back to. */
  id: string
  name: string
  issuer: string
  clientId: string
  /** Where it is: `env:` or `file:`. */
  clientSecret: string
  scopes: readonly string[]
  groupsClaim: string
  /** By which the provider says that an address is the person's own. */
  verifiedClaim: string
  /** The first whose group somebody is in says what they are; null: the desk alone says it. */
  roles: readonly GroupRole[] | null
  /** Of people the desk has not seen by it: the mail addresses it answers for. */
  domains: readonly string[]
  /** Whether somebody nobody has invited is added. */
  addsPeople: boolean
  sessionHours: number
}

const domain = matching(
  '^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$',
  'must be the domain of mail addresses, in small letters',
)

const groupRole = z.strictObject({
  group: described(text.max(200), 'As the provider names it.', 'support-leads'),
  role: described(z.enum(roles), 'What whoever is in it is here.'),
  line: maybe(z.enum(Line.options), 'The line they work on; L1, of engineers L2, unless told.'),
})

const provider = z.strictObject({
  id: described(
    matching(
      '^[a-z][a-z0-9-]{0,39}$',
      'must be small letters, digits and hyphens, and begin with a letter',
    ),
    'Stands in the address that the provider sends people back to: PUBLIC_URL/api/auth/callback/ID.',
    'acme',
  ),
  name: described(text.max(60), 'As it stands on the button.', 'Acme account'),
  issuer: described(
    matching(
      '^(?:https://|http://(?:localhost|127\\.0\\.0\\.1)(?=[:/]|$))[^@?#\\s]*$',
      'must be an https address (http on this machine alone) without a password',
    ),
    'The issuer, below which the provider publishes its .well-known/openid-configuration.',
    'https://id.acme.example/realms/acme',
  ),
  client_id: described(text.max(300), 'As the provider knows this desk.', 'firstline'),
  client_secret: described(secretRef, 'Where the secret is.', 'env:OIDC_CLIENT_SECRET'),
  scopes: maybe(
    z.array(text.max(200)).max(20).meta({ uniqueItems: true }),
    'What is asked for; openid, email and profile unless told. openid is always.',
    ['openid', 'email', 'profile', 'groups'],
  ),
  groups_claim: maybe(text.max(200), 'The claim with the groups of a person; groups unless told.'),
  verified_claim: maybe(
    text.max(200),
    'The claim by which the provider says that a mail address is the person’s own; email_verified unless told.',
    'xms_edov',
  ),
  roles: maybe(
    z.array(groupRole).min(1).max(100),
    'What the groups of a person make them, at every sign-in: the first that they are in counts, and who is in none stays out. Without it the desk says it.',
  ),
  domains: described(
    z.array(domain).min(1).max(100).meta({ uniqueItems: true }),
    'The mail addresses it answers for: a person is known by their address once, and by the provider’s own name for them from then on.',
    ['acme.example'],
  ),
  unknown_people: maybe(
    z.enum(['refused', 'added']),
    'Of somebody whom nobody has invited: refused unless told, or added with the role of their group.',
  ),
  session_hours: maybe(
    z.int().min(1).max(168),
    'How long one stays signed in before the provider is asked again; 12 unless told.',
  ),
})

/** `providers` of the section `sign_in`. */
export const providersForm = z.array(provider).max(20)
type ProviderDefinition = z.infer<typeof provider>

export function compileProviders(definitions: readonly ProviderDefinition[] = []): Provider[] {
  return definitions.map((said) => ({
    id: said.id,
    name: said.name,
    issuer: said.issuer,
    clientId: said.client_id,
    clientSecret: said.client_secret,
    scopes: [...new Set(['openid', ...(said.scopes ?? ['email', 'profile'])])],
    groupsClaim: said.groups_claim ?? 'groups',
    verifiedClaim: said.verified_claim ?? 'email_verified',
    roles: said.roles?.map(groupRoleOf) ?? null,
    domains: said.domains,
    addsPeople: said.unknown_people === 'added',
    sessionHours: said.session_hours ?? 12,
  }))
}

function groupRoleOf({ group, role, line }: z.infer<typeof groupRole>): GroupRole {
  return { group, role, line: line ?? (role === 'engineer' ? 'L2' : 'L1') }
}

/** What a schema cannot say: each once, and who is added has a role. */
export function providerProblems(
  file: LoadedFile,
  definitions: readonly ProviderDefinition[] = [],
): FileProblem[] {
  return definitions.flatMap((said, index) => {
    const at = (field: string, reason: Sentence, meant: string | null = null) =>
      problem(
        file.lineOf(['sign_in', 'providers', index, field]),
        sentence`sign_in.providers.${index}: ${reason}`,
        meant,
      )
    const before = definitions.slice(0, index)
    const shared = said.domains.filter((each) => before.some((one) => one.domains.includes(each)))
    return [
      ...(before.some(({ id }) => id === said.id)
        ? [at('id', sentence`another provider has the id “${said.id}”`)]
        : []),
      ...(before.some(({ issuer }) => issuer === said.issuer)
        ? [at('issuer', sentence`another provider has this issuer`)]
        : []),
      ...shared.map((each) => at('domains', sentence`another provider answers for “${each}”`)),
      ...(said.unknown_people === 'added' && !said.roles
        ? [at('unknown_people', sentence`who is added needs a role: “roles” is missing`, 'roles:')]
        : []),
    ]
  })
}
