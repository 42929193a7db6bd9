/** What somebody typed, as the schema of its parameter wants it; what does not fit the server refuses by name. */
export function typedAs(schema: Readonly<Record<string, unknown>>, text: string): unknown {
  const types = [schema.type].flat()
  if (types.includes('boolean') && /^(?:true|false)$/.test(text)) return text === 'true'
  const isNumber = types.includes('number') || types.includes('integer')
  if (isNumber && text.trim() !== '' && Number.isFinite(Number(text))) return Number(text)
  return text
}
