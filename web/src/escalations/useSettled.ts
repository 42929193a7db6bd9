import { useEffect, useState } from 'react'

/** The value once it has not changed for a while: not every letter asks the server. */
export function useSettled<T>(value: T, milliseconds: number): T {
  const text = JSON.stringify(value)
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), milliseconds)
    return () => clearTimeout(timer)
  }, [text, milliseconds])
  return JSON.parse(settled) as T
}
