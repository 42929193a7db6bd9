import { readFileSync } from 'node:fs'
import { domains as order, ground, libraries, rooms } from './scripts/domains.ts'

// What the command line may load of the server: each file by its name.
const { exports } = JSON.parse(readFileSync('server/package.json', 'utf8'))
const doors = Object.values(exports)
  .map((file) => RegExp.escape(file.slice(2)))
  .join('|')

// The law of imports: a domain calls down directly and reaches up only by an event.
const upward = order.slice(0, -1).map((domain, index) => ({
  name: `${domain}-imports-only-down`,
  severity: 'error',
  from: { path: `^server/src/${domain}/`, pathNot: '\\.test\\.ts$' },
  to: {
    path: `^server/src/(${order.slice(index + 1).join('|')})/`,
    pathNot: libraries.includes(domain) ? `^server/src/core/(${ground.join('|')})\\.ts$` : '^$',
  },
}))
const aside = libraries.map((library) => ({
  name: `${library}-knows-no-other-library`,
  severity: 'error',
  from: { path: `^server/src/${library}/`, pathNot: '\\.test\\.ts$' },
  to: { path: `^server/src/(${libraries.filter((other) => other !== library).join('|')})/` },
}))
// The same law between the rooms of a domain.
const upstairs = Object.entries(rooms).flatMap(([domain, storeys]) =>
  storeys.slice(0, -1).map((storey, index) => ({
    name: `${domain}-${storey}-imports-only-down`,
    severity: 'error',
    from: { path: `^server/src/${domain}/${storey}/`, pathNot: '(\\.test\\.ts$|/testing/)' },
    to: { path: `^server/src/${domain}/(${storeys.slice(index + 1).join('|')})/` },
  })),
)

const rule = (name, from, to) => ({ name, severity: 'error', from, to })
const notTest = '(\\.test\\.tsx?$|/testing/)'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...upward,
    ...aside,
    ...upstairs,
    rule('no-cycles', {}, { circular: true }),
    rule(
      'domains-do-not-know-the-wiring',
      { path: `^server/src/(${order.join('|')})/`, pathNot: notTest },
      { path: '^server/src/[^/]+\\.ts$' },
    ),
    rule(
      'contract-imports-only-zod',
      { path: '^contract/src/', pathNot: notTest },
      { pathNot: '^(contract/src/|node_modules/zod/)' },
    ),
    rule(
      'web-imports-only-contract',
      { path: '^web/' },
      { path: '^(server|cli|examples|e2e|bench)/' },
    ),
    rule(
      'ui-knows-no-product',
      { path: '^web/src/ui/', pathNot: notTest },
      { path: '^(web/src/(?!ui/)|contract/)' },
    ),
    rule(
      'pages-compose-nothing-imports-pages',
      { path: '^web/src/', pathNot: '^web/src/(routes/|app/|main\\.tsx)' },
      { path: '^web/src/routes/' },
    ),
    rule(
      'cli-imports-contract-and-named-doors',
      { path: '^cli/' },
      { path: `^(server/(?!(?:${doors})$)|web/|examples/)` },
    ),
    // who sent a mail is asked of name servers, which are the operator's;
    // one place checks where a call may go, as it connects: docs/security/threat-model.md
    rule(
      'only-outbound-calls-out',
      {
        path: '^(server|cli|contract)/src/',
        pathNot: `(^server/src/(outbound/(call-out|look-up-names))\\.ts$|${notTest})`,
      },
      {
        path: '^(node:)?(http2?|https|tls|dgram|dns)(/promises)?$|node_modules/(undici|axios|got|node-fetch|ws|imapflow)/',
        dependencyTypesNot: ['type-only'],
      },
    ),
    // what connects by itself is given a guarded socket
    rule(
      'only-guarded-sockets-connect',
      {
        path: '^(server|cli|contract)/src/',
        pathNot: `(^server/src/(outbound/|connections/(mysql|open-redis)|core/(ports|sockets)\\.ts|channels/connection-limits\\.ts)|${notTest})`,
      },
      { path: '^(node:)?net$|node_modules/(mysql2|@redis)/', dependencyTypesNot: ['type-only'] },
    ),
    // what a verb, deed or query needs is declared beside its name
    rule(
      'permissions-are-declared',
      { path: '^server/src/', pathNot: `(^server/src/core/(verb|http)\\.ts$|${notTest})` },
      { path: '^server/src/core/require-permission\\.ts$' },
    ),
    rule(
      'only-the-mailer-sends-mail',
      { path: '^(server|cli)/src/', pathNot: `(^server/src/channels/mailer\\.ts$|${notTest})` },
      { path: 'node_modules/nodemailer/', dependencyTypesNot: ['type-only'] },
    ),
    rule('server-imports-only-contract', { path: '^server/' }, { path: '^(web|cli|examples)/' }),
    rule(
      'acme-knows-nothing-of-us',
      { path: '^examples/' },
      { path: '^(server|web|cli|contract)/' },
    ),
    rule(
      'testing-stays-in-tests',
      { path: '^(server|web)/src/', pathNot: notTest },
      { path: '/testing/' },
    ),
    rule(
      'proofs-are-only-run',
      { path: '^(server|web|cli|contract)/', pathNot: '^server/src/proofs/' },
      { path: '^server/src/proofs/' },
    ),
    rule('what-is-imported-exists', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules/\\.vite)/|^(cli|server)/src/main\\.ts$' },
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css', '.d.ts'],
    },
  },
}
