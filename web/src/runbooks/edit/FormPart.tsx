import { Plus, Trash2 } from 'lucide-react'
import { Children, useEffect, useId, useRef } from 'react'
import type { ReactNode } from 'react'
import { Button } from '#web/ui/Button.tsx'
import { IconButton } from '#web/ui/IconButton.tsx'

type FormPartProps = {
  title: string
  children: ReactNode
  add?: { label: string; onPress: () => void }
}

export function FormPart({ title, children, add }: FormPartProps) {
  const id = useId()
  const frame = useFocusOfItems(Children.count(children))
  return (
    <section ref={frame} aria-labelledby={id} className="flex flex-col gap-3">
      <h2 id={id} className="text-md font-semibold">
        {title}
      </h2>
      {children}
      {add && (
        <div>
          <Button size="small" icon={Plus} data-add onPress={add.onPress}>
            {add.label}
          </Button>
        </div>
      )}
    </section>
  )
}

/** A new item is written at once; beside a removed one, the place to add the next has the focus. */
function useFocusOfItems(count: number) {
  const frame = useRef<HTMLElement>(null)
  const before = useRef(count)
  useEffect(() => {
    const button = frame.current?.querySelector<HTMLElement>('[data-add]')
    const focused = document.activeElement
    if (count > before.current && focused === button) {
      const added = button?.parentElement?.previousElementSibling
      added?.querySelector<HTMLElement>('input, textarea')?.focus()
    }
    if (count < before.current && focused === document.body) button?.focus()
    before.current = count
  }, [count])
  return frame
}

type FormItemProps = {
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
