import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from 'react-aria-components'

type CopyableIdProps = {
  value: string
  /** Shown in place of a long value. */
  label?: string
}

/** An identifier that is copied by a click. */
export function CopyableId({ value, label }: CopyableIdProps) {
  const { t } = useTranslation('ui')
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null)
  const Sign = copied === 'yes' ? Check : Copy
  return (
    <>
      <Button
        onPress={() => void copy()}
        onBlur={() => setCopied(null)}
        onHoverEnd={() => setCopied(null)}
        aria-label={t('copy', { value: label ?? value })}
        className="group inline-flex max-w-full cursor-default items-center gap-1 rounded-sm px-0.5 font-mono text-xs text-muted hover:bg-hover hover:text-ink"
      >
        <span className="truncate">{label ?? value}</span>
        <Sign
          aria-hidden
          size={12}
          className="shrink-0 opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100"
        />
      </Button>
      <span role="status" className={copied === 'no' ? 'text-xs text-broken' : 'sr-only'}>
        {copied === 'yes' && t('copied')}
        {copied === 'no' && t('copyRefused')}
      </span>
    </>
  )

  async function copy() {
    try {
      await navigator.clipboard.writeText(value)
      setCopied('yes')
    } catch {
      setCopied('no') // plain http pages and some policies forbid the clipboard
    }
  }
}
