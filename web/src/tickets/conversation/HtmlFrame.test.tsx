import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { documentAround, HtmlFrame } from './HtmlFrame.tsx'

test("a customer's HTML may run nothing, submit nothing and load nothing", () => {
  render(<HtmlFrame html="<p>Hello</p><script>parent.alert(1)</script>" />)
  const frame = screen.getByTitle('Message as it was formatted')
  const allowed = frame.getAttribute('sandbox')?.split(' ')
  expect(allowed).toEqual(['allow-popups', 'allow-popups-to-escape-sandbox'])
  expect(frame.getAttribute('srcdoc')).toBe(
    documentAround('<p>Hello</p><script>parent.alert(1)</script>'),
  )
  expect(documentAround('')).toContain("default-src 'none'")
})

test('a longer message gets a taller frame, up to an end', () => {
  const heights = [1, 12, 1000].map((count) => {
    const { unmount } = render(<HtmlFrame html={'<p>One line of text</p>'.repeat(count)} />)
    const height = parseInt(screen.getByTitle('Message as it was formatted').style.height, 10)
    unmount()
    return height
  })
  expect(heights[0]).toBeLessThan(heights[1]!)
  expect(heights[1]).toBeLessThan(heights[2]!)
  expect(heights[2]).toBe(640)
})
