import { ProblemError } from '@firstline/contract/client'

/** Of each change whose answer did not come: whether it was done, only its key can find out. */
const unanswered = new Map<string, string>()

/**
 * Sends a change under a key. The same change sent again goes out under the same one until it is
 * answered: what was done already is then not done twice.
 * @param change its name and all that it says
 */
export async function underOneKey<Answer>(
  change: string,
  given: string | undefined,
  send: (key: string) => Promise<Answer>,
): Promise<Answer> {
  const key = given ?? unanswered.get(change) ?? newKey()
  unanswered.set(change, key)
  try {
    const answer = await send(key)
    unanswered.delete(change)
    return answer
  } catch (error) {
    if (isAnswer(error)) unanswered.delete(change)
    throw error
  }
}

/** A refusal says that nothing was done; what broke on the way, or is being done, says nothing. */
function isAnswer(error: unknown): boolean {
  if (!(error instanceof ProblemError)) return false
  const { status, reason } = error.problem
  return status >= 400 && status < 500 && reason !== 'idempotency-key.running'
}

/** Also where the page did not come by https, and the browser makes no UUIDs. */
export function newKey(): string {
  const bytes = [...crypto.getRandomValues(new Uint8Array(16))]
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
