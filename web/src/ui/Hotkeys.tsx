import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import type { ReactNode } from 'react'
import {
  answering,
  currentRegistrations,
  openLayer,
  pageLayer,
  register,
  subscribe,
} from './hotkey-registry.ts'
import type { Hotkey } from './hotkey-registry.ts'

export type { Hotkey } from './hotkey-registry.ts'

const LayerContext = createContext<symbol>(pageLayer)

/** While mounted, only the hotkeys inside it answer; dialogs wrap their content in one. */
export function HotkeyLayer({ children }: { children: ReactNode }) {
  const [layer] = useState(() => Symbol('layer'))
  useEffect(() => openLayer(layer), [layer])
  return <LayerContext value={layer}>{children}</LayerContext>
}

/**
 * Binds keys while the component is mounted. Letters are ignored while typing; `mod+…` is not.
 * The newest binding of a key wins.
 */
export function useHotkeys(hotkeys: readonly Hotkey[]): void {
  const layer = useContext(LayerContext)
  const latest = useRef(hotkeys)
  useEffect(() => {
    latest.current = hotkeys
  })
  // Registered again only when what the sheet shows has changed, not for every new closure: JSON
  // leaves the functions out.
  const described = JSON.stringify(hotkeys)
  useEffect(() => {
    const stable = (JSON.parse(described) as Omit<Hotkey, 'run'>[]).map((hotkey, index) => ({
      ...hotkey,
      run: () => latest.current[index]?.run(),
    }))
    return register({ layer, hotkeys: stable })
  }, [layer, described])
}

/** Every key of the page that answers now, for the "?" sheet and the palette. */
export function usePageHotkeys(): Hotkey[] {
  const registrations = useSyncExternalStore(subscribe, currentRegistrations)
  return useMemo(() => {
    const enabled = registrations
      .filter(({ layer }) => layer === pageLayer)
      .flatMap(({ hotkeys }) => hotkeys)
      .filter(({ isDisabled }) => !isDisabled)
    return enabled.filter(
      (hotkey) => answering(enabled.filter(({ keys }) => keys === hotkey.keys)) === hotkey,
    )
  }, [registrations])
}
