import { lazy } from 'react'

/** The code editor is as large as the rest of the page: loaded when it is first shown. */
export const CodeEditor = lazy(async () => ({
  default: (await import('./CodeEditor.tsx')).CodeEditor,
}))
export const TextDiff = lazy(async () => ({ default: (await import('./TextDiff.tsx')).TextDiff }))
