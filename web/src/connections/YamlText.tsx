import type { ProjectText } from '@firstline/contract/connections'
import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { CodeText } from '#web/ui/CodeText.tsx'

/** What the project's file says, to be copied; the file stays the truth. */
export function YamlText({ yaml: { file, line, text } }: { yaml: ProjectText }) {
  const { t } = useTranslation('connections')
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null)
  const place = `${file}:${line}`
  return (
    <section aria-label={t('yaml', { place })} className="py-4">
      <header className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-sm wrap-anywhere text-muted">
          {t('asIn')} <CodeText>{place}</CodeText>
        </h2>
        <span className="flex items-center gap-2">
          <span role="status" className="text-sm text-muted">
            {copied === 'yes' && t('copied')}
            {copied === 'no' && t('notCopied')}
          </span>
          <Button
            size="small"
            icon={copied === 'yes' ? Check : Copy}
            onPress={() => void copy()}
            onBlur={() => setCopied(null)}
          >
            {t('copy')}
          </Button>
        </span>
      </header>
      <div className="max-h-96 overflow-y-auto">
        <CodeText isBlock>{text}</CodeText>
      </div>
    </section>
  )

  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      setCopied('yes')
    } catch {
      setCopied('no') // plain http pages and some policies forbid the clipboard
    }
  }
}
