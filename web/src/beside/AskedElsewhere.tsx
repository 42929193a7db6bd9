import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'

type AskingProps = {
  title: string
  why: string
  /** What is to be pressed first. */
  children: ReactNode
  onAgain: () => void
}

/** What has to be done elsewhere before the panel shows anything: nothing is typed within another's page. */
export function AskedElsewhere({ title, why, children, onAgain }: AskingProps) {
  const { t } = useTranslation('beside')
  return (
    <div className="flex flex-col items-start gap-3 px-4 py-6">
      <h1 className="text-md font-semibold">{title}</h1>
      <p className="text-muted">{why}</p>
      <div className="flex flex-wrap gap-2">
        {children}
        <Button onPress={onAgain}>{t('signIn.again')}</Button>
      </div>
    </div>
  )
}

export function openDesk(address: string): void {
  window.open(address, '_blank', 'noopener')
}
