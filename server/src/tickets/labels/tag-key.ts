/** What makes two names the same tag: written large or small, composed or not, spaced wide or narrow. */
export function tagKeyOf(name: string): string {
  return name.normalize('NFC').replaceAll(/\s+/gu, ' ').trim().toLowerCase().normalize('NFC')
}
