import { useTranslation } from 'react-i18next'
import { Loaded } from '#web/Loaded.tsx'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { useKinds, useSetKind } from './useNotifications.ts'

/** What one is told of: each for themselves, from now on. */
export function NotificationKinds() {
  const { t } = useTranslation('notifications')
  const kinds = useKinds()
  const { isPending, set } = useSetKind()
  return (
    <Loaded query={kinds}>
      {({ items }) => (
        <ul
          aria-label={t('part.kinds')}
          className="flex flex-col gap-1 border-t border-line px-4 py-4 sm:px-6"
        >
          {items.map(({ kind, isOn }) => (
            <li key={kind} className="min-h-row">
              <Checkbox isSelected={isOn} isDisabled={isPending} onChange={(on) => set(kind, on)}>
                {t(`kind.${kind}`)}
              </Checkbox>
            </li>
          ))}
        </ul>
      )}
    </Loaded>
  )
}
