import { autocompletion, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { bracketMatching, foldGutter, foldKeymap, indentUnit } from '@codemirror/language'
import { lintGutter, lintKeymap } from '@codemirror/lint'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import { EditorState } from '@codemirror/state'
import type { Extension } from '@codemirror/state'
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
} from '@codemirror/view'
import type { RunbookNames } from '@firstline/contract/runbooks'
import { runbookCompletions } from './code-completions.ts'
import { runbookLanguage } from './code-language.ts'
import { codeTheme } from './code-theme.ts'

/** The page's own keys: saving and publishing. */
const notHere = new Set(['Mod-Enter', 'Mod-s'])

export function codeExtensions(
  label: string,
  phrases: Record<string, string>,
  names: () => RunbookNames | undefined,
): Extension[] {
  return [
    lineNumbers(),
    foldGutter(),
    lintGutter(),
    history(),
    drawSelection(),
    highlightActiveLine(),
    highlightSelectionMatches(),
    bracketMatching(),
    indentUnit.of('  '),
    search({ top: true }),
    autocompletion({ override: [runbookCompletions(names)], icons: false }),
    keymap.of(
      [
        ...completionKeymap,
        ...defaultKeymap,
        ...searchKeymap,
        ...historyKeymap,
        ...foldKeymap,
        ...lintKeymap,
      ].filter(({ key }) => !key || !notHere.has(key)),
    ),
    runbookLanguage,
    EditorView.lineWrapping,
    nameAndStop(label),
    EditorState.phrases.of(phrases),
    codeTheme,
  ]
}

/** A stop of the keyboard by its own word: the box that scrolls around it is none. */
function nameAndStop(label: string): Extension {
  return EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' })
}

/** The same look for a text that is only read, as in a comparison. */
export function readOnlyExtensions(label: string, phrases: Record<string, string>): Extension[] {
  return [
    lineNumbers(),
    EditorState.readOnly.of(true),
    EditorView.lineWrapping,
    nameAndStop(label),
    EditorState.phrases.of(phrases),
    runbookLanguage,
    codeTheme,
  ]
}
