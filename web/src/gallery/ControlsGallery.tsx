import { Reply, RotateCw, StickyNote } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#web/ui/Button.tsx'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { ComboBox } from '#web/ui/ComboBox.tsx'
import { IconButton } from '#web/ui/IconButton.tsx'
import { Kbd } from '#web/ui/Kbd.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { Specimen } from './Specimen.tsx'

const options = [
  { id: 'access', label: 'Access', description: 'It needed to see something it cannot' },
  { id: 'action', label: 'Action' },
  { id: 'runbook', label: 'Runbook' },
]

export function ControlsGallery() {
  const [choice, setChoice] = useState('access')
  return (
    <div className="flex flex-col gap-6">
      <Specimen title="Button">
        <div className="flex flex-wrap gap-2">
          <Button variant="primary" shortcut="mod+enter">
            Requeue export exp_8fk2
          </Button>
          <Button icon={Reply} shortcut="r">
            Reply
          </Button>
          <Button variant="ghost" icon={StickyNote}>
            Note
          </Button>
          <Button isDisabled>Disabled</Button>
          <Button variant="primary" isPending>
            Sending
          </Button>
          <Button size="small">Small</Button>
          <IconButton icon={RotateCw} label="Reload" shortcut="shift+r" />
          <Kbd keys="mod+k" />
        </div>
      </Specimen>
      <Specimen title="Fields">
        <TextField
          label="Email"
          placeholder="you@example.com"
          description="As your lead wrote it"
        />
        <TextField label="Password" type="password" errorMessage="That password is not right." />
        <TextField label="Export" isMono defaultValue="exp_8fk2mq1z" isReadOnly />
        <TextArea label="What was it?" placeholder="The worker gave up after a timeout" />
        <Select label="What was missing" options={options} value={choice} onChange={setChoice} />
        <ComboBox label="Account" options={options} placeholder="Type a name" />
      </Specimen>
      <Specimen title="Choices">
        <Checkbox defaultSelected>Only tickets of mine</Checkbox>
        <Checkbox isIndeterminate>Some of them</Checkbox>
        <Checkbox isDisabled>Not allowed</Checkbox>
        <RadioGroup label="Is it in spam?" options={options} value={choice} onChange={setChoice} />
      </Specimen>
    </div>
  )
}
