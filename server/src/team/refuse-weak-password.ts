import type { Sentence } from '@firstline/contract/sentence'
import { sentence } from '#server/core/sentence.ts'
import { minPasswordLength } from '@firstline/contract/sign-in'
import type { PasswordFault } from '@firstline/contract/sign-in'
import { Invalid, Limited } from '#server/core/errors.ts'
import { ProcessesBusy, TookTooMuch, createProcessPool } from '#server/core/process-pool.ts'
import type { PasswordQuestion } from './password-process.ts'

const sentences: Record<PasswordFault, Sentence> = {
  short: sentence`A password needs at least ${minPasswordLength} characters`,
  common: sentence`This password, or one very like it, is in lists that attackers try first`,
  personal: sentence`This password is made of your name, address or organisation`,
  guessable: sentence`This password is guessed quickly: it repeats itself, or follows the keyboard or a date`,
}

/** Some take nearly a second: in a process of its own, which has the lists, and goes on being there. */
const pool = createProcessPool<PasswordQuestion, PasswordFault | null>(
  new URL('./password-process.ts', import.meta.url),
  { processes: 1, waiting: 40, processorMs: 5_000, memoryMb: 256 },
)

/**
 * Judged offline: lists of leaked passwords, names and words, patterns of the keyboard, dates and
 * repetitions, and what belongs to the person.
 * @param personal name, address, organisation
 * @throws Limited `password.busy`, Invalid `password.short`, `.common`, `.personal` or `.guessable`
 */
export async function refuseWeakPassword(
  password: string,
  personal: readonly string[],
): Promise<void> {
  const fault = await pool.ask({ password, personal }).catch(faultOfProcess)
  if (fault) throw new Invalid(`password.${fault}`, sentences[fault])
}

function faultOfProcess(error: unknown): PasswordFault {
  // so many patterns that it is made of nothing else
  if (error instanceof TookTooMuch) return 'guessable'
  if (error instanceof ProcessesBusy) {
    throw new Limited('password.busy', 'Many passwords are being set; try again in a moment', 5)
  }
  throw error
}
