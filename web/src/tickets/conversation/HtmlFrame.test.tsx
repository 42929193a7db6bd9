import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { documentAround, HtmlFrame } from './HtmlFrame.tsx'

test("a customer's HTML may run nothing, submit nothing and load nothing", () => {
  render(<HtmlFrame html="<p>Hello</p><script>parent.alert(1)</script>" />)
  const frame = screen.getByTitle('Message as it was formatted')
  expect(frame.getAttribute('sandbox')?.split(' ')).not.toContain('allow-scripts')
  expect(frame.getAttribute('sandbox')?.split(' ')).not.toContain('allow-forms')
  expect(frame.getAttribute('srcdoc')).toBe(
    documentAround('<p>Hello</p><script>parent.alert(1)</script>'),
  )
  expect(documentAround('')).toContain("default-src 'none'")
})
