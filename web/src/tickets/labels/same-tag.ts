/** As the server sees it: written large or small, composed or not, spaced wide or narrow. */
export function isSameTag(one: string, other: string): boolean {
  return keyOf(one) === keyOf(other)
}

function keyOf(name: string): string {
  return name.normalize('NFC').replaceAll(/\s+/gu, ' ').trim().toLowerCase().normalize('NFC')
}
