import type { Issue, Opportunity } from '@firstline/contract/opportunities'
import { useQuery } from '@tanstack/react-query'
import { Copy, Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Loaded } from '#web/Loaded.tsx'
import { apiQuery } from '#web/api.ts'
import { useMay } from '#web/team/useMe.ts'
import { Button } from '#web/ui/Button.tsx'
import { Sheet } from '#web/ui/Dialog.tsx'
import { Markdown } from '#web/ui/Markdown.tsx'
import { toast } from '#web/ui/Toast.tsx'
import { StartForm } from './StartForm.tsx'

type StartSheetProps = {
  opportunity: Opportunity
  isOpen: boolean
  onClose: () => void
}

/** The text for the team that builds it, and the note that it is being built. */
export function StartSheet({ opportunity, isOpen, onClose }: StartSheetProps) {
  const { t } = useTranslation('opportunities')
  return (
    <Sheet size="wide" title={t('issueTitle')} isOpen={isOpen} onOpenChange={onClose}>
      <IssueText opportunity={opportunity} onClose={onClose} />
    </Sheet>
  )
}

type IssueTextProps = Omit<StartSheetProps, 'isOpen'>

function IssueText({ opportunity, onClose }: IssueTextProps) {
  const mayDecide = useMay('opportunity:decide')
  const query = useQuery(apiQuery('getOpportunityIssue', { params: { id: opportunity.id } }))
  return (
    <Loaded query={query} lines={10}>
      {(issue) => (
        <div className="flex flex-col gap-4">
          <TakeAway issue={issue} />
          <article className="rounded-md border border-line bg-canvas p-4">
            <h3 className="mb-2 text-md font-semibold wrap-anywhere">{issue.title}</h3>
            <Markdown text={issue.text} />
          </article>
          {mayDecide && <StartForm opportunity={opportunity} onDone={onClose} />}
        </div>
      )}
    </Loaded>
  )
}

function TakeAway({ issue }: { issue: Issue }) {
  const { t } = useTranslation(['opportunities', 'ui'])
  const text = `# ${issue.title}\n\n${issue.text}\n`
  return (
    <div className="flex flex-wrap gap-2">
      <Button size="small" icon={Copy} onPress={() => void copy()}>
        {t('copyText')}
      </Button>
      <Button size="small" icon={Download} onPress={() => download(text, fileNameOf(issue))}>
        {t('download')}
      </Button>
    </div>
  )

  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      toast({ text: t('ui:copied'), meaning: 'held' })
    } catch {
      toast({ text: t('ui:copyRefused'), meaning: 'broken' }) // plain http pages may not copy
    }
  }
}

function download(text: string, name: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/markdown' }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

function fileNameOf({ title }: Issue): string {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['issue']
  return `${words.join('-').slice(0, 60)}.md`
}
