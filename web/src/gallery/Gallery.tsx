import { useState } from 'react'
import { Button } from '#web/ui/Button.tsx'
import { ControlsGallery } from './ControlsGallery.tsx'
import { ContentGallery } from './ContentGallery.tsx'
import { OverlaysGallery } from './OverlaysGallery.tsx'
import { PanelsGallery } from './PanelsGallery.tsx'

/** Every component in every state; development only, so its words are not translated. */
export function Gallery() {
  const [theme, setTheme] = useState<'light' | 'dark'>('light')
  return (
    <main className="min-h-full bg-surface px-4 py-6 sm:px-8">
      <header className="mb-6 flex items-center justify-between gap-4">
        <h1 className="text-xl font-semibold tracking-tight">Gallery</h1>
        <Button onPress={toggleTheme}>{theme === 'light' ? 'Dark' : 'Light'}</Button>
      </header>
      <div className="grid items-start gap-x-8 gap-y-6 *:min-w-0 lg:grid-cols-2 xl:grid-cols-3">
        <ControlsGallery />
        <div className="flex flex-col gap-6">
          <PanelsGallery />
          <OverlaysGallery />
        </div>
        <ContentGallery />
      </div>
    </main>
  )

  function toggleTheme() {
    const next = theme === 'light' ? 'dark' : 'light'
    document.documentElement.dataset.theme = next
    setTheme(next)
  }
}
