import type { Connection } from '@firstline/contract/connections'
import { useTranslation } from 'react-i18next'
import { CodeText } from '#web/ui/CodeText.tsx'

/** Its kind, its host or where that comes from, and the places of its secrets. */
export function ConnectionFacts({ connection }: { connection: Connection }) {
  const { t } = useTranslation('connections')
  const { kind, address, secrets } = connection
  const others = secrets.filter(({ place }) => place !== address)
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 text-sm text-muted">
      <span>{kind}</span>
      <span>
        {t('address')} <CodeText>{address}</CodeText>
      </span>
      {others.map(({ name, place }) => (
        <span key={name}>
          {name} <CodeText>{place}</CodeText>
        </span>
      ))}
    </p>
  )
}
