import { useNavigate } from '@tanstack/react-router'
import { Search, X } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, Input, SearchField } from 'react-aria-components'
import { useHotkeys } from '#web/ui/Hotkeys.tsx'
import { Kbd } from '#web/ui/Kbd.tsx'
import { useQueueSearch } from './useQueue.ts'

/** Narrows the view; Enter looks, Escape clears. */
export function QueueSearch() {
  const { t } = useTranslation('tickets')
  const { q } = useQueueSearch()
  const navigate = useNavigate()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(q ?? '')
  // what stands here is what the list shows
  const isLooked = text.trim() === (q ?? '')
  useHotkeys([
    { keys: '/', label: t('search'), group: t('queue'), run: () => input.current?.focus() },
  ])
  return (
    <SearchField
      aria-label={t('search')}
      value={text}
      onChange={setText}
      onSubmit={look}
      onClear={() => look('')}
      className="group relative"
    >
      <Search
        aria-hidden
        size={14}
        className="pointer-events-none absolute inset-y-0 left-2.5 my-auto text-faint"
      />
      <Input
        ref={input}
        placeholder={t('searchPlaceholder')}
        enterKeyHint="search"
        className="field border-transparent bg-hover pr-14 pl-8 text-sm [&::-webkit-search-cancel-button]:hidden"
      />
      {!isLooked && (
        <span aria-hidden className="pointer-events-none absolute inset-y-0 right-8 my-auto flex">
          <Kbd keys="enter" />
        </span>
      )}
      <Button className="absolute inset-y-0 right-0 flex w-8 items-center justify-center text-muted group-empty:hidden">
        <X aria-hidden size={14} />
      </Button>
    </SearchField>
  )

  function look(text: string) {
    const words = text.trim()
    void navigate({
      to: '/tickets',
      search: ({ view }) => ({ ...(view && { view }), ...(words && { q: words }) }),
    })
  }
}
