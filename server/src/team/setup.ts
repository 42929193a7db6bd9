import type { Role } from '@firstline/contract/permissions'
import type { Setup } from '@firstline/contract/team'

/** Known sign-ins of the example company; never set in an installation of one's own. */
export type Demo = {
  url: string
  signIns: { email: string; password: string; name: string; role: Role }[]
}

export async function readSetup({ demo }: { demo: Demo | null }): Promise<Setup> {
  return { name: 'Firstline', demoSignIns: demo?.signIns ?? [], demoUrl: demo?.url ?? null }
}
