import { yamlFrontmatter } from '@codemirror/lang-yaml'
import { defineLanguageFacet, Language } from '@codemirror/language'
import { parser } from '@lezer/markdown'

/** Without what lang-markdown brings along for HTML, CSS and JavaScript within Markdown. */
const prose = new Language(defineLanguageFacet(), parser, [], 'markdown')

/** A head of YAML, then Markdown. */
export const runbookLanguage = yamlFrontmatter({ content: prose })
