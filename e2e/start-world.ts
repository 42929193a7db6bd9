// A world from nothing for the journeys: an empty home, then exactly what `npm start` does.
import { appendFileSync, cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { clientSecret } from '../server/src/team/providers/testing/identity-provider.ts'
import { home, ports, project } from './world.ts'

rmSync(home, { recursive: true, force: true })
cpSync(new URL('../examples/acme/firstline', import.meta.url), project, { recursive: true })
writeFileSync(join(project, 'client-secret'), clientSecret)
const signIn = {
  second_factor: ['auditor'],
  providers: [
    {
      id: 'acme',
      name: 'Acme ID',
      issuer: `http://localhost:${ports.provider}`,
      client_id: 'firstline',
      client_secret: 'file:client-secret',
      scopes: ['openid', 'email', 'profile', 'groups'],
      domains: ['staff.example'],
      unknown_people: 'added',
      roles: [{ group: 'second-line', role: 'engineer' }],
    },
  ],
}
const redmine = {
  address: `http://localhost:${ports.beside}`,
  key: 'file:client-secret',
  projects: ['support'],
  staff_roles: ['Manager'],
  solved: ['Resolved'],
}
// `learning` is the last of the example's settings
appendFileSync(
  join(project, 'firstline.yaml'),
  `  chat_webhook: env:CHAT_WEBHOOK\n\nsign_in: ${JSON.stringify(signIn)}\nbeside: ${JSON.stringify({ redmine })}\n`,
)
process.argv.push('start')
await import('../cli/src/main.ts')
