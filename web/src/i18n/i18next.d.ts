import type { english } from './english.ts'

declare module 'i18next' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- merged with the library’s own
  interface CustomTypeOptions {
    defaultNS: 'app'
    resources: typeof english
  }
}
