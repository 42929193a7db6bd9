import type { Role } from '@firstline/contract/permissions'
import type { Setup } from '@firstline/contract/team'
import type { NeedsSignIn } from './sign-in-settings.ts'

/** Known sign-ins of the example company; never set in an installation of one's own. */
export type Demo = {
  url: string
  signIns: { email: string; password: string; name: string; role: Role }[]
}

type Needs = NeedsSignIn & { demo: Demo | null; mailer: { isConnected: boolean } }

export async function getSetup({ demo, mailer, sources }: Needs): Promise<Setup> {
  return {
    name: 'Firstline',
    demoSignIns: demo?.signIns ?? [],
    demoUrl: demo?.url ?? null,
    canMail: mailer.isConnected,
    help: sources.project.current().signIn.help,
  }
}
