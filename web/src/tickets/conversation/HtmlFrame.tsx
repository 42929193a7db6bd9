import { useTranslation } from 'react-i18next'

/**
 * Somebody else's HTML, in an origin of its own: without `allow-same-origin` it shares nothing with the
 * desk, without `allow-scripts` nothing in it runs. The policy forbids every load, so that no picture
 * tells when it was read. Its height can't be asked for then: it is estimated, and may be drawn larger.
 */
export function HtmlFrame({ html }: { html: string }) {
  const { t } = useTranslation('conversation')
  return (
    <iframe
      title={t('formattedMessage')}
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
      srcDoc={documentAround(html)}
      style={{ height: estimatedHeight(html), colorScheme: 'light' }}
      className="max-h-[75vh] min-h-10 w-full resize-y rounded-sm border border-line bg-on-accent"
    />
  )
}

const style = 'body{font:14px/1.5 system-ui,sans-serif;margin:8px;overflow-wrap:anywhere}'

export function documentAround(html: string): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'"
  return `<!doctype html><html dir="auto"><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><base target="_blank"><style>${style}</style>${html}`
}

const lineHeight = 22
const charactersInALine = 80

/** Of the lines that its text and its blocks make. */
function estimatedHeight(html: string): number {
  const lines = html
    .replaceAll(/<(?:br|p|div|tr|li|h[1-6]|blockquote|pre|hr)\b[^<>]*>/gi, '\n')
    .replaceAll(/<[^<>]*>/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => Math.ceil(line.trim().length / charactersInALine))
  const count = lines.reduce((sum, one) => sum + one, 0)
  return Math.min(640, 40 + count * lineHeight * 1.3)
}
