const unstorable = /(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/g

/** JSON without what PostgreSQL refuses to store: U+0000, and halves of surrogate pairs. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value)
  return text.includes(String.raw`\u`) ? text.replaceAll(unstorable, '$1\\ufffd') : text
}
