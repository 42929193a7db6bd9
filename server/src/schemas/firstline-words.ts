import { databaseNames } from '#server/connections/kinds.ts'
import type { Words } from './describe-schema.ts'

/** `firstline.yaml`: the project. */
export const firstlineWords: Words = {
  apiVersion: 'Always firstline/v1.',
  kind: 'Always Project.',
  name: 'What the company or product is called, as the team sees it.',
  support: 'How the desk writes to customers.',
  'support.address': { text: 'Where replies come from.', examples: ['support@acme.example'] },
  'support.name': { text: 'Who replies come from.', examples: ['Acme Support'] },
  'support.signature': 'Below each reply.',
  'support.trusted_relay': 'Your own mail relay, which has checked senders already.',
  'support.trusted_relay.name': 'What it calls itself in Authentication-Results.',
  'support.trusted_relay.addresses': 'Where it connects from; this machine unless told.',
  'support.number_in_subject': 'Put the number of the ticket into the subject of replies.',
  connections: 'Systems that sources read and actions call, by a name of your own.',
  'connections.*.kind': `${databaseNames.join(' or ')}: a database; http: an API with an OpenAPI description; prometheus: metrics by the HTTP API of Prometheus.`,
  'connections.*.url': {
    text: 'Where the address of the database is. Sources need a role that may only read.',
    examples: ['env:REPLICA_URL'],
  },
  'connections.*.base_url': { text: 'Where the API is.', examples: ['env:ADMIN_URL'] },
  'connections.*.openapi': {
    text: 'The OpenAPI 3.0 or 3.1 file of the API, in this folder.',
    examples: ['openapi.yaml'],
  },
  'connections.*.credential': {
    text: 'Where the secret of the API is; sent as its security scheme says.',
    examples: ['env:ADMIN_TOKEN', 'file:/run/secrets/admin'],
  },
  'connections.*.credentials': {
    text: 'By the name of the security scheme, where an operation asks for several at once.',
    examples: [{ api_key: 'env:ADMIN_KEY', app: 'env:ADMIN_APP' }],
  },
  'connections.*.oauth':
    'A client of an OAuth2 server (client credentials), where the API asks for that. The token is kept until it expires and got anew once on a 401.',
  'connections.*.oauth.client_id': {
    text: 'As the server knows us.',
    examples: ['firstline', 'env:CLIENT_ID'],
  },
  'connections.*.oauth.client_secret': {
    text: 'Where its secret is.',
    examples: ['env:CLIENT_SECRET'],
  },
  'connections.*.oauth.client_auth': 'How the client says who it is: basic, unless told, or body.',
  'connections.*.oauth.token_url': 'Where tokens are had, when it is not as the OpenAPI file says.',
  'connections.*.oauth.scopes': {
    text: 'What is asked for; what the operation asks for, unless told.',
    examples: [['orders:read']],
  },
  'connections.*.oauth.audience': 'Sent with it, for servers that want one.',
  'connections.*.auth':
    'How the credential of a prometheus connection is sent; as a bearer token unless told.',
  'connections.*.auth.scheme':
    'bearer: a token. basic: user:password. key: as it is, where in and name say.',
  'connections.*.auth.in': 'Where a key goes.',
  'connections.*.auth.name': { text: 'What a key is called there.', examples: ['X-Api-Key'] },
  'connections.*.tenant': {
    text: 'Sent as X-Scope-OrgID, to Mimir and others that keep several companies apart.',
    examples: ['acme'],
  },
  'connections.*.headers': {
    text: 'Sent with every call: a text, env:NAME or file:/path.',
    examples: [{ 'X-Tenant': 'acme', 'X-Shop-Token': 'env:SHOP_TOKEN' }],
  },
  'connections.*.tls': 'Certificates of this connection.',
  'connections.*.tls.ca': {
    text: 'Who signed the API’s certificate (PEM), in place of the public ones.',
    examples: ['file:ca.pem'],
  },
  'connections.*.tls.cert': {
    text: 'Our own certificate (PEM), for APIs that ask for one.',
    examples: ['file:client.pem'],
  },
  'connections.*.tls.key': {
    text: 'The key of that certificate (PEM).',
    examples: ['file:client-key.pem'],
  },
  directory:
    'How the account behind an address is found. Each query answers account_id, account_name and domain; plan, contact_name and contact_email as well if it has them.',
  'directory.connection': 'The database that is asked.',
  'directory.by_email': 'SQL with :email, the sender.',
  'directory.by_domain': 'SQL with :domain, when nobody has that address.',
  'directory.search': 'SQL with :q, when an agent looks for an account.',
  'directory.by_id': 'SQL with :account_id.',
  status: 'The status page, read regularly.',
  'status.url':
    'Answers JSON with the components, as Statuspage, Instatus and Cachet do, or as map says.',
  'status.map': 'Where a page of another kind says it: paths into its JSON.',
  'status.map.components': {
    text: 'The list of components; the paths below are into each of them.',
    examples: ['result.services'],
  },
  'status.map.name': 'The name by which runbooks know it.',
  'status.map.state': 'Its state.',
  'status.map.title': 'As people read it.',
  'status.map.since': 'Since when.',
  'status.map.note': 'What is said of it.',
  'status.states': {
    text: 'The page’s own words for a state.',
    examples: [{ ok: 'operational', slow: 'degraded', down: 'outage' }],
  },
  'status.every': 'How often it is read; 30s unless given.',
  hooks:
    'Who tells deploys, flags and settings by webhook, each by the last part of its address: /v1/hooks/NAME.',
  'hooks.*.kind': 'Whose messages these are, where the name does not say it.',
  'hooks.*.secret': {
    text: 'What the sender signs with, or sends as its token; several while one is replaced.',
    examples: ['env:GITHUB_WEBHOOK_SECRET', ['env:NEW_SECRET', 'env:OLD_SECRET']],
  },
  'hooks.*.services': {
    text: 'The sender’s names of services, and ours. Others keep their own.',
    examples: [{ 'brightcup/exporter': 'exports' }],
  },
  'hooks.*.environments': {
    text: 'The sender’s names of environments, and ours.',
    examples: [{ 'prod-eu': 'production' }],
  },
  'hooks.*.runs': {
    text: 'Workflows, pipelines or build statuses whose end is a deploy.',
    examples: [['Deploy', 'release.yml']],
  },
  'hooks.*.map': 'Where the message says what, instead of the sender’s usual place.',
  ...Object.fromEntries(
    [
      ['kind', 'deploy, flag or config; a deploy unless it says otherwise.'],
      ['name', 'What changed, of a flag or a setting.'],
      ['service', 'What was deployed, or whom the flag or setting concerns.'],
      ['version', 'What is live now.'],
      ['environment', 'Where; production unless it says otherwise.'],
      ['at', 'When it went live.'],
      ['author', 'By whom.'],
      ['summary', 'What for, in a line.'],
      ['url', 'Where to read more.'],
      ['id', 'What the sender calls this one change: told again, it is no other one.'],
    ].flatMap(([field, said]) => [
      [`hooks.*.map.${field}`, `${said} A path into the message, or a text.`],
      [`hooks.*.map.${field}.$text`, 'These very characters.'],
    ]),
  ),
  'hooks.*.only_when':
    'Paths into the message and what must stand there; other messages are no changes.',
  account_picture: 'Ids of sources, shown beside every ticket in this order.',
  sign_in: 'How people sign in.',
  'sign_in.second_factor': {
    text: 'Roles that need a passkey or codes of an authenticator app beside the password. Who lacks one sets it up at the next sign-in and can do nothing else before.',
    examples: [['admin', 'lead']],
  },
  'sign_in.help': {
    text: 'Who helps when one cannot sign in; shown on the sign-in page to everybody.',
    examples: ['Call IT on 4711, or ask Lena Maurer.'],
  },
  scorecard: 'How the numbers are counted.',
  'scorecard.window_days': 'A resolution holds when the customer stays away so many days.',
  'scorecard.time_zone': { text: 'Of days and weeks.', examples: ['Europe/Berlin'] },
  'scorecard.business_hours': 'When the desk is open, for durations in business hours.',
  'scorecard.business_hours.week': 'Time spans by day; a day that is not named is closed.',
  ...Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [
      `scorecard.business_hours.week.${day}`,
      { text: 'Open from-to, one or more.', examples: [['09:00-17:30']] },
    ]),
  ),
  'scorecard.business_hours.holidays': 'Days on which it is closed.',
  'scorecard.utilisation_line':
    'The share of an agent’s time on tickets above which it is shown as too much.',
  types: 'What tickets can be about.',
  'types[].id': { text: 'Its id, also named by runbooks.', examples: ['exports.email-missing'] },
  'types[].title': 'As people read it.',
  'types[].l1': 'Whether the first line could resolve it, given access, an action and a runbook.',
  lines: 'Teams by line; the first is resolved by, the others are escalated to.',
  'lines.l1': 'Teams of the first line.',
  'lines.l2': 'Teams behind it.',
  'lines.l3': 'Teams behind those.',
  learning: 'How the team learns.',
  'learning.weekly_hours.l1': 'Hours a week of one person of the first line.',
  'learning.weekly_hours.l2': 'Hours a week of one person of the second line.',
  'learning.weekly_hours.l3': 'Hours a week of one person of the third line.',
}
