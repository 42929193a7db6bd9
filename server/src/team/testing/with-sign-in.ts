import { compileSignIn } from '../sign-in-section.ts'
import type { WithSignIn } from '../sign-in-section.ts'

/** For tests without a project: what `sign_in` in firstline.yaml says; nothing unless told. */
export function withSignIn(said: Parameters<typeof compileSignIn>[0] = {}): WithSignIn {
  const current = () => ({
    name: 'Acme',
    support: { address: 'support@acme.example', name: 'Acme Support' },
    signIn: compileSignIn(said),
  })
  return { sources: { project: { current } } }
}
