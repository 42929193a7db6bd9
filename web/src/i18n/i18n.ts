import i18next, { type i18n as I18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { english, german } from './resources.ts'

export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]

const storageKey = 'firstline.language'

export const i18n: I18n = i18next

void i18n.use(initReactI18next).init({
  resources: { en: english, de: german },
  lng: chosenLanguage(),
  fallbackLng: 'en',
  defaultNS: 'app',
  interpolation: { escapeValue: false }, // React escapes
})
applyToDocument()
i18n.on('languageChanged', applyToDocument)

export function chooseLanguage(language: Language): void {
  localStorage.setItem(storageKey, language)
  void i18n.changeLanguage(language)
}

export function languageInUse(): Language {
  return isLanguage(i18n.resolvedLanguage) ? i18n.resolvedLanguage : 'en'
}

/** A language is named in itself: Deutsch, English. */
export function nameOfLanguage(language: Language): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
}

function chosenLanguage(): Language {
  const stored = localStorage.getItem(storageKey)
  const wanted = [stored, ...navigator.languages].map((tag) => tag?.slice(0, 2))
  return wanted.find(isLanguage) ?? 'en'
}

function isLanguage(tag: string | undefined): tag is Language {
  return languages.some((language) => language === tag)
}

function applyToDocument(): void {
  document.documentElement.lang = i18n.resolvedLanguage ?? 'en'
}
