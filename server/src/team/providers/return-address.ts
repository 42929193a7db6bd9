/**
 * A path of this desk, where somebody wanted to go; its first page where it is none. Browsers read
 * `//other.example` and `/\other.example` as another site, so it is judged as they read it.
 */
export function returnAddress(publicUrl: string, wanted: unknown): string {
  if (typeof wanted !== 'string' || !wanted.startsWith('/') || wanted.length > 1000) return '/'
  const desk = new URL(publicUrl)
  const url = URL.parse(wanted, desk.href)
  if (url?.origin !== desk.origin) return '/'
  const path = `${url.pathname}${url.search}${url.hash}`
  return /^\/(?![/\\])/.test(path) && !path.startsWith('/api/') ? path : '/'
}
