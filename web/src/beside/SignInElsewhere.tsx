import { BesideDeskName, deskNames } from '@firstline/contract/beside-kinds'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { AskedElsewhere, openDesk } from './AskedElsewhere.tsx'

/** Of who is not signed in, within another page. */
export function SignInElsewhere({ onSignedIn }: { onSignedIn: () => void }) {
  const { t } = useTranslation('beside')
  const { desk, externalId } = useParams({ from: '/beside/$desk/$externalId' })
  const back = `/sign-in?return=${encodeURIComponent(`/beside/${desk}/${externalId}`)}`
  return (
    <AskedElsewhere
      title={t('signIn.title', { number: externalId })}
      why={t('signIn.why', { desk: deskNames[BesideDeskName.parse(desk)] })}
      onAgain={onSignedIn}
    >
      <Button variant="primary" onPress={() => openDesk(back)}>
        {t('signIn.open')}
      </Button>
    </AskedElsewhere>
  )
}
