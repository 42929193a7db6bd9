import { Trans, useTranslation } from 'react-i18next'
import { CodeText } from '#web/ui/CodeText.tsx'

const steps = `firstline init
firstline check
firstline try source SOURCE --account ID`

/** Says how there would be one. */
export function NoConnections() {
  const { t } = useTranslation('connections')
  return (
    <div className="mx-auto flex max-w-[60ch] flex-col gap-3 py-10 text-muted">
      <p className="text-pretty">
        <Trans t={t} i18nKey="none" components={{ file: <CodeText>{null}</CodeText> }} />
      </p>
      <CodeText isBlock>{steps}</CodeText>
      <p className="text-pretty">
        <Trans t={t} i18nKey="read" components={{ file: <CodeText>{null}</CodeText> }} />
      </p>
    </div>
  )
}
