import i18next from 'i18next'
import type { i18n as I18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { loadSentences } from './said.ts'

export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]

/** Only the words of the language in use are loaded. */
const catalogues = {
  en: async () => (await import('./english.ts')).english,
  de: async () => (await import('./german.ts')).german,
} as const satisfies Record<Language, () => Promise<object>>

const storageKey = 'firstline.language'

export const i18n: I18n = i18next

/** Has the words of the reader's language; the page is shown after it. */
export async function startLanguage(): Promise<void> {
  const lng = chosenLanguage()
  await i18n.use(initReactI18next).init({
    resources: { [lng]: await catalogues[lng]() },
    lng,
    fallbackLng: false, // every language has every key
    defaultNS: 'app',
    interpolation: { escapeValue: false }, // React escapes
  })
  i18n.on('languageChanged', applyToDocument)
  void loadSentences(lng).catch(() => undefined) // offline: the server says nothing then
  applyToDocument()
}

/** Loads its words first. @throws when they can't be loaded; then nothing changes */
export async function chooseLanguage(language: Language): Promise<void> {
  for (const [namespace, words] of Object.entries(await catalogues[language]())) {
    i18n.addResourceBundle(language, namespace, words)
  }
  await loadSentences(language)
  localStorage.setItem(storageKey, language)
  await i18n.changeLanguage(language)
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
