import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useNow } from './useNow.ts'

type CountdownProps = {
  until: string | Date
  /** Called once when the time has passed. */
  onEnd?: () => void
}

/** "9:41" down to "0:00". Read aloud only when asked: a live region would speak every second. */
export function Countdown({ until, onEnd }: CountdownProps) {
  const { t } = useTranslation('ui')
  const end = new Date(until).getTime()
  const left = Math.max(0, Math.ceil((end - useNow(1_000)) / 1_000))
  useCallOnce(left === 0, `${end}`, onEnd)
  return (
    <span role="timer" aria-label={t('timeLeft')} className="whitespace-nowrap tabular-nums">
      {clockWords(left)}
    </span>
  )
}

function useCallOnce(isDue: boolean, occasion: string, call: (() => void) | undefined) {
  const done = useRef('')
  useEffect(() => {
    if (!isDue || done.current === occasion) return
    done.current = occasion
    call?.()
  }, [isDue, occasion, call])
}

function clockWords(seconds: number): string {
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60]
  const hours = Math.floor(seconds / 3_600)
  const [first, ...rest] = hours > 0 ? [hours, ...parts] : parts
  return [first, ...rest.map((part) => String(part).padStart(2, '0'))].join(':')
}
