import type { Sentence } from '@firstline/contract/sentence'
import { sentence } from '#server/core/sentence.ts'

/** Why a text is no YAML. In English it is what the parser itself says, in German it is the same. */
export function yamlWords(message: string): Sentence {
  const plain = plainWords.get(message)
  if (plain) return plain
  for (const [form, said] of wordsWithValue) {
    const value = form.exec(message)?.[1]
    if (value !== undefined) return said(value)
  }
  return sentence`YAML does not have what is written here (${message})`
}

const plainWords: ReadonlyMap<string, Sentence> = new Map(
  [
    sentence`A block sequence may not be used as an implicit map key`,
    sentence`A node can have at most one anchor`,
    sentence`A node can have at most one tag`,
    sentence`Alias cannot be an empty string`,
    sentence`All mapping items must start at the same column`,
    sentence`All sequence items must start at the same column`,
    sentence`An alias node must not specify any properties`,
    sentence`Anchor cannot be an empty string`,
    sentence`Block collection cannot start on same line with directives-end marker`,
    sentence`Block collections are not allowed within flow collections`,
    sentence`Block scalar values in collections must be indented`,
    sentence`Block scalars with more-indented leading empty lines must use an explicit indentation indicator`,
    sentence`Comments must be separated from other tokens by white space characters`,
    sentence`Excessive alias count indicates a resource exhaustion attack`,
    sentence`Flow end indicator should be more indented than parent`,
    sentence`Flow map in block collection must be sufficiently indented and end with a }`,
    sentence`Flow sequence in block collection must be sufficiently indented and end with a ]`,
    sentence`Implicit keys need to be on a single line`,
    sentence`Implicit keys of flow sequence pairs need to be on a single line`,
    sentence`Implicit map keys need to be followed by map values`,
    sentence`Map keys must be unique`,
    sentence`Missing closing "quote`,
    sentence`Missing closing 'quote`,
    sentence`Missing directives-end indicator line`,
    sentence`Missing directives-end/doc-start indicator line`,
    sentence`Missing newline after block sequence props`,
    sentence`Nested mappings are not allowed in compact mappings`,
    sentence`Sequence item without - indicator`,
    sentence`Source contains multiple documents; please use YAML.parseAllDocuments()`,
    sentence`Tabs are not allowed as indentation`,
    sentence`Tags and anchors must be separated from the next token by white space`,
    sentence`Unexpected block-seq-ind on same line with key`,
    sentence`Unexpected doc-end without preceding document`,
  ].map((said) => [said.words, said]),
)

const wordsWithValue: readonly (readonly [RegExp, (value: string) => Sentence])[] = [
  [
    /^Anchors and tags must be after the (.+) indicator$/,
    (sign) => sentence`Anchors and tags must be after the ${sign} indicator`,
  ],
  [
    /^Block scalar header includes extra characters: (.+)$/s,
    (text) => sentence`Block scalar header includes extra characters: ${text}`,
  ],
  [
    /^Block scalar lines must not be less indented than their (.+)$/,
    (line) => sentence`Block scalar lines must not be less indented than their ${line}`,
  ],
  [/^Invalid escape sequence (.+)$/s, (sign) => sentence`Invalid escape sequence ${sign}`],
  [/^Missing , between (.+) items$/, (list) => sentence`Missing , between ${list} items`],
  [/^Missing , or : between (.+) items$/, (list) => sentence`Missing , or : between ${list} items`],
  [/^Missing space after : in (.+)$/, (list) => sentence`Missing space after : in ${list}`],
  [/^Not a YAML token: (.+)$/s, (text) => sentence`Not a YAML token: ${text}`],
  [
    /^Plain value cannot start with reserved character (.+)$/,
    (sign) => sentence`Plain value cannot start with reserved character ${sign}`,
  ],
  [
    /^Plain value cannot start with (.+)$/,
    (sign) => sentence`Plain value cannot start with ${sign}`,
  ],
  [/^Unexpected (.+) at node end$/, (what) => sentence`Unexpected ${what} at node end`],
  [/^Unexpected (.+)$/s, (what) => sentence`Unexpected ${what}`],
  [
    /^Unresolved alias \(the anchor must be set before the alias\): (.+)$/,
    (alias) => sentence`Unresolved alias (the anchor must be set before the alias): ${alias}`,
  ],
  [/^Unresolved tag: (.+)$/, (tag) => sentence`Unresolved tag: ${tag}`],
]
