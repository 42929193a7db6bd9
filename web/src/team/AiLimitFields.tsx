import { aiTools } from '@firstline/contract/ai-agents'
import { Line } from '@firstline/contract/common'
import { useTranslation } from 'react-i18next'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { CheckboxList } from '#web/ui/CheckboxList.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { isRate } from './ai-limits.ts'
import type { AiLimits } from './ai-limits.ts'

type AiLimitFieldsProps = {
  limits: AiLimits
  onChange: (limits: AiLimits) => void
  types: readonly { id: string; title: string }[]
}

export function AiLimitFields({ limits, onChange, types }: AiLimitFieldsProps) {
  const { t } = useTranslation('team')
  const set = (change: Partial<AiLimits>) => onChange({ ...limits, ...change })
  return (
    <>
      <CheckboxList
        label={t('onlyTypes')}
        options={types.map(({ id, title }) => ({ id, label: title }))}
        chosen={limits.types}
        onChange={(chosen) => set({ types: chosen })}
      />
      <CheckboxList
        label={t('onlyLines')}
        options={Line.options.map((id) => ({ id, label: id }))}
        chosen={limits.lines}
        onChange={(chosen) => set({ lines: chosen })}
      />
      <Checkbox
        isSelected={limits.waitsForPerson}
        onChange={(waitsForPerson) => set({ waitsForPerson })}
      >
        {t('letWait')}
      </Checkbox>
      <div className="grid grid-cols-2 gap-3">
        {(['callsPerMinute', 'actionsPerHour'] as const).map((rate) => (
          <TextField
            key={rate}
            label={t(rate)}
            inputMode="numeric"
            value={limits[rate]}
            onChange={(typed) => set({ [rate]: typed })}
            isRequired
            validate={() => (isRate(rate, limits) ? null : t(`${rate}Range`))}
          />
        ))}
      </div>
      <details>
        <summary className="w-fit cursor-default rounded-sm text-sm font-medium">
          {limits.tools.length > 0
            ? t('toolsChosen', { count: limits.tools.length })
            : t('allTools')}
        </summary>
        <div className="mt-2">
          <CheckboxList
            label={t('onlyTools')}
            options={aiTools.map((id) => ({ id, label: <Tool id={id} /> }))}
            chosen={limits.tools}
            onChange={(chosen) => set({ tools: chosen })}
          />
        </div>
      </details>
    </>
  )
}

function Tool({ id }: { id: (typeof aiTools)[number] }) {
  const { t } = useTranslation('team')
  return (
    <>
      {t(`tool.${id}`)} <code className="text-sm text-muted">{id}</code>
    </>
  )
}
