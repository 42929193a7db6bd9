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
  connections: 'Systems that sources read and actions call, by a name of your own.',
  'connections.*.kind': 'postgres or mysql: a database; http: an API with an OpenAPI description.',
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
  directory:
    'How the account behind an address is found. Each query answers account_id, account_name and domain; plan, contact_name and contact_email as well if it has them.',
  'directory.connection': 'The database that is asked.',
  'directory.by_email': 'SQL with :email, the sender.',
  'directory.by_domain': 'SQL with :domain, when nobody has that address.',
  'directory.search': 'SQL with :q, when an agent looks for an account.',
  'directory.by_id': 'SQL with :account_id.',
  status: 'The status page, read regularly.',
  'status.url': 'Answers JSON with the components.',
  'status.every': 'How often it is read; 30s unless given.',
  account_picture: 'Ids of sources, shown beside every ticket in this order.',
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
