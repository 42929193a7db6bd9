import type { ImportUpload } from '@firstline/contract/imports'
import { FileUp } from 'lucide-react'
import { useRef, useState } from 'react'
import type { DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { Button } from '#web/ui/Button.tsx'
import { cx } from '#web/ui/cx.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Progress } from '#web/ui/Progress.tsx'
import { uploadFile } from './useImports.ts'

type DropFilesProps = {
  onUploaded: (uploads: ImportUpload[]) => void
}

/** Files are sent as they are dropped; several are one history. */
export function DropFiles({ onUploaded }: DropFilesProps) {
  const { t } = useTranslation('imports')
  const failureOf = useFailure()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  const [sending, setSending] = useState<{ name: string; share: number } | null>(null)
  const [error, setError] = useState<unknown>(null)

  async function send(files: readonly File[]) {
    if (files.length === 0) return
    setError(null)
    const uploads: ImportUpload[] = []
    try {
      for (const file of files) {
        const onShare = (share: number) => setSending({ name: file.name, share })
        onShare(0)
        uploads.push(await uploadFile({ file, onShare, signal: new AbortController().signal }))
      }
      onUploaded(uploads)
    } catch (refused) {
      setError(refused)
    } finally {
      setSending(null)
    }
  }

  function drop(event: DragEvent) {
    event.preventDefault()
    setIsOver(false)
    void send([...event.dataTransfer.files])
  }

  return (
    <div className="flex flex-col gap-3">
      <div
        onDragOver={(event) => {
          event.preventDefault()
          setIsOver(true)
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
        className={cx(
          'flex flex-col items-center gap-3 rounded-md border border-dashed px-6 py-10 text-center transition-colors',
          isOver ? 'border-accent bg-hover' : 'border-edge',
        )}
      >
        <FileUp aria-hidden size={24} strokeWidth={1.5} className="text-faint" />
        <p className="max-w-[56ch] text-pretty text-muted">{t('drop.text')}</p>
        <input
          ref={input}
          type="file"
          multiple
          aria-label={t('drop.choose')}
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => void send([...(event.target.files ?? [])])}
        />
        <Button
          variant="primary"
          isDisabled={sending !== null}
          onPress={() => input.current?.click()}
        >
          {t('drop.choose')}
        </Button>
        {sending && (
          <div className="flex w-full max-w-90 flex-col gap-1 text-sm text-muted">
            <span className="tabular-nums">
              {t('drop.sending', { name: sending.name, percent: Math.floor(sending.share * 100) })}
            </span>
            <Progress label={t('drop.sent')} value={sending.share * 100} />
          </div>
        )}
      </div>
      {error !== null && <ErrorState isCompact failure={failureOf(error)} />}
    </div>
  )
}
