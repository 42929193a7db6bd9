import { Language } from '@firstline/contract/sign-in'
import { useTranslation } from 'react-i18next'

/** In which mails to people are written that are caused here. */
export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return Language.catch('en').parse(i18n.resolvedLanguage)
}
