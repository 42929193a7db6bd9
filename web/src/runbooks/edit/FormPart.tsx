import { Plus, Trash2 } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { Button } from '#web/ui/Button.tsx'
import { IconButton } from '#web/ui/IconButton.tsx'

interface FormPartProps {
  title: string
  children: ReactNode
  add?: { label: string; onPress: () => void }
}

export function FormPart({ title, children, add }: FormPartProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <h2 id={id} className="text-md font-semibold">
        {title}
      </h2>
      {children}
      {add && (
        <div>
          <Button size="small" icon={Plus} onPress={add.onPress}>
            {add.label}
          </Button>
        </div>
      )}
    </section>
  )
}

interface FormItemProps {
  name: string
  removeLabel: string
  onRemove: () => void
  children: ReactNode
}

/** One of several, with its own fields and a way out. */
export function FormItem({ name, removeLabel, onRemove, children }: FormItemProps) {
  return (
    <div
      role="group"
      aria-label={name}
      className="flex items-start gap-2 border-l-2 border-line pl-3"
    >
      <div className="flex min-w-0 flex-1 flex-col gap-2">{children}</div>
      <IconButton icon={Trash2} label={removeLabel} onPress={onRemove} />
    </div>
  )
}
