import { Copy, Inbox, ListChecks } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Button } from '#web/ui/Button.tsx'
import { CommandPalette } from '#web/ui/CommandPalette.tsx'
import type { CommandGroup } from '#web/ui/CommandPalette.tsx'
import { Dialog, Sheet } from '#web/ui/Dialog.tsx'
import { useHotkeys } from '#web/ui/Hotkeys.tsx'
import { HotkeySheet } from '#web/ui/HotkeySheet.tsx'
import { Menu } from '#web/ui/Menu.tsx'
import { Popover } from '#web/ui/Popover.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { toast } from '#web/ui/Toast.tsx'
import { Specimen } from './Specimen.tsx'

type Overlay = 'dialog' | 'sheet' | 'palette' | 'hotkeys'

export function OverlaysGallery() {
  const [open, setOpen] = useState<Overlay | null>(null)
  const groups = useGroups()
  const close = () => setOpen(null)
  useHotkeys([
    { keys: 'mod+k', label: 'Find or do anything', run: () => setOpen('palette') },
    { keys: '?', label: 'All shortcuts', run: () => setOpen('hotkeys') },
    { keys: 'j', label: 'Next ticket', group: 'Queue', run: () => toast({ text: 'Next' }) },
    { keys: 'k', label: 'Previous ticket', group: 'Queue', run: () => toast({ text: 'Previous' }) },
  ])
  return (
    <Specimen title="Overlays">
      <div className="flex flex-wrap gap-2">
        <Button onPress={() => setOpen('dialog')}>Dialog</Button>
        <Button onPress={() => setOpen('sheet')}>Sheet</Button>
        <Button onPress={() => setOpen('palette')} shortcut="mod+k">
          Palette
        </Button>
        <Button onPress={() => setOpen('hotkeys')} shortcut="?">
          Shortcuts
        </Button>
        <Menu
          label="More"
          trigger={<Button>Menu</Button>}
          groups={[
            {
              id: 'ticket',
              title: 'Ticket',
              entries: [
                { id: 'copy', label: 'Copy link', icon: Copy, shortcut: 'c', onAction: () => {} },
                { id: 'off', label: 'Not allowed', isDisabled: true, onAction: () => {} },
              ],
            },
            {
              id: 'theme',
              entries: [{ id: 'dark', label: 'Dark', isChosen: true, onAction: () => {} }],
            },
          ]}
        />
        <Popover label="Definition" trigger={<Button>Popover</Button>}>
          Resolved at the first line and not reopened within 7 days.
        </Popover>
        <Button
          onPress={() =>
            toast({
              text: 'Ticket assigned to you',
              meaning: 'held',
              about: 'gallery',
              undo: () => toast({ text: 'Undone' }),
            })
          }
        >
          Toast
        </Button>
      </div>
      <Dialog
        title="Leave without sending?"
        isOpen={open === 'dialog'}
        onOpenChange={close}
        footer={
          <>
            <Button onPress={close}>Keep writing</Button>
            <Button variant="primary" onPress={close}>
              Save draft
            </Button>
          </>
        }
      >
        Your reply is kept as a draft on this ticket.
      </Dialog>
      <Sheet
        title="Requeue export exp_8fk2"
        isOpen={open === 'sheet'}
        onOpenChange={close}
        footer={
          <Button variant="primary" shortcut="mod+enter" onPress={close}>
            Requeue export
          </Button>
        }
      >
        <TextArea label="Reason" />
      </Sheet>
      <CommandPalette isOpen={open === 'palette'} onOpenChange={close} groups={groups} />
      <HotkeySheet isOpen={open === 'hotkeys'} onOpenChange={close} />
    </Specimen>
  )
}

function useGroups(): CommandGroup[] {
  return useMemo<CommandGroup[]>(
    () => [
      {
        id: 'pages',
        title: 'Go to',
        commands: [
          { id: 'queue', label: 'Queue', icon: Inbox, shortcut: 'g', run: () => {} },
          { id: 'runbooks', label: 'Runbooks', icon: ListChecks, run: () => {} },
        ],
      },
      {
        id: 'tickets',
        title: 'Tickets',
        search: (text) =>
          Promise.resolve([
            { id: 't1', label: `#1042 ${text}`, detail: 'Northwind', run: () => {} },
          ]),
      },
      { id: 'broken', title: 'Accounts', search: () => Promise.reject(new Error('down')) },
    ],
    [],
  )
}
