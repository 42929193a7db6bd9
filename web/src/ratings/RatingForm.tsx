import type { RatingPage } from '@firstline/contract/tickets'
import { useMutation } from '@tanstack/react-query'
import { ThumbsDown, ThumbsUp } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useState } from 'react'
import { FieldError, Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { callRoute } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { Form, SubmitButton } from '#web/ui/Form.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'

type RatingFormProps = {
  token: string
  page: RatingPage
  suggested: RatingPage['value']
  /** The day after which it can no longer be changed. */
  until: string
  onGiven: (page: RatingPage) => void
}

export function RatingForm({ token, page, suggested, until, onGiven }: RatingFormProps) {
  const { t } = useTranslation('ratings')
  const failureOf = useFailure()
  const [value, setValue] = useState(suggested)
  const [comment, setComment] = useState(page.comment ?? '')
  const give = useMutation({
    mutationFn: (chosen: 'up' | 'down') =>
      callRoute('giveRating', {
        body: { token, value: chosen, comment: comment.trim() },
      }),
    onSuccess: onGiven,
  })
  return (
    <Form
      className="flex flex-col gap-5"
      onSubmit={() => {
        if (value) give.mutate(value)
      }}
    >
      <RadioGroup
        aria-label={t('question')}
        orientation="horizontal"
        isRequired
        value={value}
        onChange={(chosen) => setValue(chosen === 'up' ? 'up' : 'down')}
        className="grid grid-cols-2 gap-3"
      >
        <Choice value="up" icon={ThumbsUp} />
        <Choice value="down" icon={ThumbsDown} />
        <FieldError className="col-span-2 text-sm text-broken">{t('choose')}</FieldError>
      </RadioGroup>
      <TextArea
        label={t('comment')}
        rows={3}
        maxLength={2_000}
        value={comment}
        onChange={setComment}
      />
      {give.error && <ErrorState isCompact failure={failureOf(give.error)} />}
      <SubmitButton isWide isPending={give.isPending}>
        {t('send')}
      </SubmitButton>
      <p className="text-sm text-muted">
        {page.value && `${t('given', { value: t(`value.${page.value}`) })} `}
        {t('canChange', { date: until })}
      </p>
    </Form>
  )
}

function Choice({ value, icon: Icon }: { value: 'up' | 'down'; icon: LucideIcon }) {
  const { t } = useTranslation('ratings')
  return (
    <Radio
      value={value}
      className="flex min-h-16 cursor-default items-center justify-center gap-2 rounded-md border border-control text-md font-medium transition-colors hover:bg-hover selected:border-accent selected:bg-selected selected:text-accent selected:outline selected:outline-accent"
    >
      <Icon aria-hidden size={20} strokeWidth={1.75} />
      {t(`value.${value}`)}
    </Radio>
  )
}
