import type { Role } from '@firstline/contract/permissions'
import type { Setup } from '@firstline/contract/team'
import type { Desk } from '#server/core/verb.ts'
import type { WithMailer } from '#server/outbound/mailer.ts'
import { hasPeople } from './has-people.ts'
import type { WithSignIn } from './sign-in-section.ts'

/** Known sign-ins of the example company; never set in an installation of one's own. */
export type Demo = {
  url: string
  signIns: { email: string; password: string; name: string; role: Role }[]
}

type AtTheDoor = Pick<Desk, 'db'> & WithSignIn & WithMailer & { demo: Demo | null }

export async function getSetup({ db, demo, mailer, sources }: AtTheDoor): Promise<Setup> {
  const { help, providers, passwordOnlyFor } = sources.project.current().signIn
  return {
    name: 'Firstline',
    demoSignIns: demo?.signIns ?? [],
    demoUrl: demo?.url ?? null,
    hasPeople: await hasPeople({ db }),
    canMail: mailer.isConnected,
    help,
    providers: providers.map(({ id, name }) => ({ id, name })),
    passwords:
      passwordOnlyFor === null ? 'everybody' : passwordOnlyFor.length > 0 ? 'some' : 'nobody',
  }
}
