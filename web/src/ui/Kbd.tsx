import { describeKeys } from './keys.ts'

/** A shortcut as printed beside its command: `keys="mod+k"` shows ⌘K or Ctrl K; not on a phone. */
export function Kbd({ keys, isOnAccent = false }: { keys: string; isOnAccent?: boolean }) {
  return (
    <kbd
      className={
        isOnAccent
          ? 'shrink-0 font-sans text-xs whitespace-nowrap text-on-accent max-sm:hidden pointer-coarse:hidden'
          : 'shrink-0 inline-flex h-4.5 items-center self-center rounded-sm border border-line bg-canvas px-1 font-sans text-xs whitespace-nowrap text-muted max-sm:hidden pointer-coarse:hidden'
      }
    >
      {describeKeys(keys)}
    </kbd>
  )
}
