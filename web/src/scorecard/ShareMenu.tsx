import type { Scorecard } from '@firstline/contract/scorecard'
import { FileDown, Image, Link as LinkIcon, Mail, Printer, Share2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useMay } from '#web/team/useMe.ts'
import { Button } from '#web/ui/Button.tsx'
import { Menu } from '#web/ui/Menu.tsx'
import { toast } from '#web/ui/Toast.tsx'
import { save } from './save.ts'
import { usePicture } from './usePicture.ts'
import { exportAddress, useScorecardSearch } from './useScorecard.ts'

/** What is looked at, for others: as link, table, picture, paper or weekly mail. */
export function ShareMenu({ card }: { card: Scorecard }) {
  const { t } = useTranslation('scorecard')
  const { search, change } = useScorecardSearch()
  const mayMail = useMay('scorecard:share')
  const savePicture = usePicture(card)
  const day = card.asOf.slice(0, 10)
  const table = (name: 'weeks' | 'types') =>
    save(exportAddress(search, { table: name }), `scorecard-${name}-${day}.csv`)
  const entries = [
    { id: 'link', label: t('share.link'), icon: LinkIcon, onAction: () => void copyLink() },
    { id: 'weeks', label: t('share.weeks'), icon: FileDown, onAction: () => table('weeks') },
    { id: 'types', label: t('share.types'), icon: FileDown, onAction: () => table('types') },
    { id: 'picture', label: t('share.picture'), icon: Image, onAction: savePicture },
    { id: 'print', label: t('share.print'), icon: Printer, onAction: printSoon },
  ]
  const mail = {
    id: 'mail',
    label: t('share.mail'),
    icon: Mail,
    onAction: () => change({ share: 'mail' }),
  }
  return (
    <Menu
      label={t('share.title')}
      placement="bottom end"
      trigger={<Button icon={Share2}>{t('share.title')}</Button>}
      groups={[{ id: 'once', entries }, ...(mayMail ? [{ id: 'weekly', entries: [mail] }] : [])]}
    />
  )

  async function copyLink() {
    try {
      await navigator.clipboard.writeText(window.location.href)
      toast({ text: t('share.linkCopied') })
    } catch {
      toast({ text: t('share.linkFailed'), meaning: 'broken' })
    }
  }
}

/** When the menu is gone from the page. */
function printSoon(): void {
  setTimeout(() => window.print(), 200)
}
