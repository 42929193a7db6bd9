import { useTranslation } from 'react-i18next'
import { CommandPalette } from '#web/ui/CommandPalette.tsx'
import { useCommands } from './useCommands.ts'

type PaletteProps = {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

export function Palette({ isOpen, onOpenChange }: PaletteProps) {
  const { t } = useTranslation('app')
  const groups = useCommands()
  return (
    <CommandPalette
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      groups={groups}
      placeholder={t('palette.placeholder')}
    />
  )
}
