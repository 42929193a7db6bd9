import { useTranslation } from 'react-i18next'

/** What somebody said, in the quotation marks of the reader's language. */
export function Quoted({ text }: { text: string }) {
  const { t } = useTranslation('ui')
  return <>{t('quoted', { text })}</>
}
