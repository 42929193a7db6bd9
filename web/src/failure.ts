import { ProblemError } from '@firstline/contract/client'
import { useTranslation } from 'react-i18next'
import { ownWordsFor } from '#web/i18n/said.ts'
import type { Failure } from '#web/ui/ErrorState.tsx'

/** Turns an error into words: what happened, what is safe, what to do. */
export function useFailure(): (error: unknown) => Failure {
  const { t, i18n } = useTranslation('app')
  return (error) => {
    if (!(error instanceof ProblemError))
      return { what: t('problem.unexpected.what'), next: t('problem.unexpected.next') }
    const { reason, detail, said, title, instance, retryAfterSeconds } = error.problem
    const known = `problem.${reason}`
    return {
      what: say(`${known}.what`) ?? ownWordsFor(said, detail ?? title),
      ...optional('safe', say(`${known}.safe`)),
      ...optional('next', say(`${known}.next`)),
      ...(retryAfterSeconds && {
        next: t('problem.retryAfter', { count: Math.ceil(retryAfterSeconds) }),
      }),
      ...optional('requestId', instance),
    }
  }

  function say(key: string): string | undefined {
    return i18n.exists(key) ? String(t(key as never)) : undefined
  }
}

/** The same as one text, for the field that was refused. */
export function useFailureText(): (error: Error | null) => string | undefined {
  const failureOf = useFailure()
  return (error) => {
    if (!error) return undefined
    const { what, next } = failureOf(error)
    return [what, next].filter(Boolean).join(' ')
  }
}

function optional<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]: string })
}
