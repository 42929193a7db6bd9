import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Tag } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { CommandPalette } from '#web/ui/CommandPalette.tsx'

type ChooseTagProps = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void }

/** Which of the desk's tags the list is narrowed to. */
export function ChooseTag({ isOpen, onOpenChange }: ChooseTagProps) {
  const { t } = useTranslation('tickets')
  const navigate = useNavigate()
  const { data } = useQuery({ ...apiQuery('listTags'), enabled: isOpen })
  const groups = useMemo(() => {
    const commands = (data?.items ?? []).map(({ id, name }) => ({
      id,
      label: name,
      icon: Tag,
      run: () => void navigate({ to: '.', search: (search) => ({ ...search, tag: name }) }),
    }))
    return [{ id: 'tags', title: t('filter.tags'), commands }]
  }, [data, navigate, t])
  return (
    <CommandPalette
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      groups={groups}
      placeholder={t('filter.chooseTag')}
    />
  )
}
