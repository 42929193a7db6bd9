import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

/** Only the tokens of the design, which know light and dark by themselves. */
const chrome = EditorView.theme({
  '&': { height: '100%', color: 'var(--color-ink)', backgroundColor: 'var(--color-surface)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--font-mono)',
    fontSize: 'var(--text-sm)',
    lineHeight: '1.25rem',
    fontVariantLigatures: 'none',
  },
  '.cm-content': { padding: '0.5rem 0', caretColor: 'var(--color-accent)' },
  '.cm-gutters': {
    color: 'var(--color-faint)',
    backgroundColor: 'var(--color-canvas)',
    borderRight: '1px solid var(--color-line)',
  },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--color-hover) 60%, transparent)' },
  '.cm-activeLineGutter': { backgroundColor: 'var(--color-hover)', color: 'var(--color-ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--color-accent)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
    { background: 'color-mix(in srgb, var(--color-accent) 22%, transparent)' },
  '.cm-selectionMatch, .cm-searchMatch': { backgroundColor: 'var(--color-pending-soft)' },
  '.cm-searchMatch-selected': { outline: '1px solid var(--color-pending)' },
  '.cm-matchingBracket': { backgroundColor: 'var(--color-selected) !important' },
  '.cm-foldPlaceholder': {
    color: 'var(--color-muted)',
    backgroundColor: 'var(--color-hover)',
    border: 'none',
  },
  '.cm-panels': {
    color: 'var(--color-ink)',
    backgroundColor: 'var(--color-canvas)',
    borderColor: 'var(--color-line)',
  },
  '.cm-textfield': {
    backgroundColor: 'var(--color-surface)',
    border: '1px solid var(--color-control)',
    borderRadius: 'var(--radius-sm)',
  },
  '.cm-button': {
    backgroundImage: 'none',
    backgroundColor: 'var(--color-surface)',
    border: '1px solid var(--color-edge)',
    borderRadius: 'var(--radius-sm)',
  },
  '.cm-tooltip': {
    color: 'var(--color-ink)',
    backgroundColor: 'var(--color-raised)',
    border: 'none',
    borderRadius: 'var(--radius-md)',
    boxShadow: 'var(--shadow-float)',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    color: 'var(--color-ink)',
    backgroundColor: 'var(--color-selected)',
  },
  '.cm-diagnostic': { fontFamily: 'var(--font-sans)', padding: '0.375rem 0.625rem' },
  '.cm-diagnostic-error': { borderLeft: '2px solid var(--color-broken)' },
  '.cm-diagnostic-warning': { borderLeft: '2px solid var(--color-pending)' },
  '.cm-lintRange-error, .cm-lintRange-warning': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy 1px',
    textUnderlineOffset: '3px',
  },
  '.cm-lintRange-error': { textDecorationColor: 'var(--color-broken)' },
  '.cm-lintRange-warning': { textDecorationColor: 'var(--color-pending)' },
  '&.cm-merge-a .cm-changedLine, .cm-deletedChunk': {
    backgroundColor: 'var(--color-broken-soft)',
  },
  '&.cm-merge-b .cm-changedLine, .cm-inlineChangedLine': {
    backgroundColor: 'var(--color-held-soft)',
  },
  '&.cm-merge-a .cm-changedText, &.cm-merge-b .cm-changedText, .cm-deletedText': {
    background: 'color-mix(in srgb, currentColor 14%, transparent)',
  },
  '.cm-collapsedLines': {
    color: 'var(--color-muted)',
    backgroundImage: 'none',
    backgroundColor: 'var(--color-hover)',
  },
  // the sign it brings along is in no font of ours
  '.cm-collapsedLines:before': { content: '"⋯"' },
  '.cm-collapsedLines:after': { content: '"⋯"' },
})

/** Weight and one accent; colours keep their meaning. */
const words = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--color-accent)' },
  { tag: tags.comment, color: 'var(--color-faint)', fontStyle: 'italic' },
  { tag: [tags.meta, tags.punctuation, tags.separator], color: 'var(--color-muted)' },
  { tag: [tags.bool, tags.number, tags.null, tags.keyword], fontWeight: '600' },
  { tag: [tags.heading, tags.strong], fontWeight: '600' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: [tags.link, tags.url], color: 'var(--color-accent)' },
])

export const codeTheme: Extension = [chrome, syntaxHighlighting(words)]
