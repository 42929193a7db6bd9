import type { ComponentProps, ReactNode } from 'react'
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
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
    </form>
  )
}

/** Never disabled: pressed too early it says what is missing. */
export function SubmitButton(props: Omit<ButtonProps, 'type' | 'isDisabled' | 'onPress'>) {
  return <Button variant="primary" {...props} type="submit" />
}
