import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

/**
 * Somebody else's HTML. Without `allow-scripts` nothing in it runs; `allow-same-origin` only lets us
 * measure its height. The policy forbids every load, so that no picture tells when it was read.
 */
export function HtmlFrame({ html }: { html: string }) {
  const { t } = useTranslation('conversation')
  const frame = useRef<HTMLIFrameElement>(null)
  const [height, setHeight] = useState(40)
  return (
    <iframe
      ref={frame}
      title={t('formattedMessage')}
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
      srcDoc={documentAround(html)}
      onLoad={fit}
      style={{ height, colorScheme: 'light' }}
      className="w-full rounded-sm border border-line bg-on-accent"
    />
  )

  function fit() {
    const body = frame.current?.contentDocument?.body
    if (!body) return
    // Through the object model: the page's own policy does not let the document style itself.
    body.style.font = '14px/1.5 system-ui, sans-serif'
    body.style.margin = '8px'
    body.style.overflowWrap = 'anywhere'
    setHeight(Math.min(1_200, Math.max(40, body.scrollHeight + 18)))
  }
}

export function documentAround(html: string): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'"
  return `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><base target="_blank">${html}`
}
