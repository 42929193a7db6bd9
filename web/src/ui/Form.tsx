import type { ComponentProps, FormEvent, ReactNode } from 'react'
import { useRef } from 'react'
import { Button } from './Button.tsx'
import type { ButtonProps } from './Button.tsx'
import { useHotkeys } from './Hotkeys.tsx'

type FormProps = {
  /** Only once everything that is needed is there. */
  onSubmit: () => void
  children: ReactNode
  /** How the list of keys calls what ⌃↵ does here; without it the key is the page's. */
  sendKey?: { label: string; group?: string }
} & Pick<ComponentProps<'form'>, 'className' | 'role' | 'aria-label'>

/**
 * Fields that are sent together. Sending is never refused in silence, by button or by key: what is missing
 * is marked in its place, and the first of it has the focus.
 */
export function Form({
  onSubmit,
  children,
  sendKey,
  className = 'flex flex-col gap-4',
  ...rest
}: FormProps) {
  const form = useRef<HTMLFormElement>(null)
  const send = () => form.current?.requestSubmit()
  useHotkeys(sendKey ? [{ keys: 'mod+enter', ...sendKey, run: send }] : [])
  return (
    // oxlint-disable-next-line react/forbid-elements -- the one place
    <form
      {...rest}
      ref={form}
      className={className}
      onInput={takeBackRefusal}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
    </form>
  )
}

/**
 * A field that is right again says so while one types in it. If its words went only when it is left, as by pressing
 * the button below them, the button would move up from under the pointer, and the press be lost.
 */
function takeBackRefusal({ target }: FormEvent): void {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return
  if (target.getAttribute('aria-invalid') !== 'true') return
  requestAnimationFrame(() => {
    if (target.validity.valid) target.dispatchEvent(new Event('change', { bubbles: true }))
  })
}

/** Never disabled: pressed too early it says what is missing. */
export function SubmitButton(props: Omit<ButtonProps, 'type' | 'isDisabled' | 'onPress'>) {
  return <Button variant="primary" {...props} type="submit" />
}
