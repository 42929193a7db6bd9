import type { ProviderRefusal } from '@firstline/contract/sign-in'
import type { Setup } from '@firstline/contract/team'
import { LogIn } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { ProviderRefused } from './ProviderRefused.tsx'
import { startAtProvider } from './sign-in.ts'

type ProviderButtonsProps = {
  providers: Setup['providers']
  /** Where one wanted to go; unless told, where one is. */
  returnTo?: string | undefined
}

type Refused = { refusal: ProviderRefusal | 'slowed'; provider: string }

/** One for each identity provider; the page is left for the provider’s. */
export function ProviderButtons({ providers, returnTo }: ProviderButtonsProps) {
  const { t } = useTranslation('signIn')
  const [refused, setRefused] = useState<Refused | null>(null)
  if (providers.length === 0) return null
  return (
    <>
      {providers.map(({ id, name }) => (
        <Button key={id} icon={LogIn} isWide onPress={() => void leaveFor(id)}>
          {t('continueWith', { provider: name })}
        </Button>
      ))}
      {refused && <ProviderRefused {...refused} />}
    </>
  )

  async function leaveFor(provider: string) {
    setRefused(null)
    const started = await startAtProvider(provider, returnTo ?? whereOneIs())
    if ('url' in started) window.location.assign(started.url)
    else setRefused({ ...started, provider })
  }
}

function whereOneIs(): string {
  return window.location.href.slice(window.location.origin.length)
}
