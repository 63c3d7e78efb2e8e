import { useEffect, useState } from 'react'

/** Whole seconds left of a wait that begins with every new `wait` object; 0 when it is over or there is none. */
export function useCountdown(wait: { readonly seconds: number } | null): number {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    if (wait === null) {
      setLeft(0)
      return
    }
    const until = performance.now() + wait.seconds * 1000
    const tick = () => setLeft(Math.max(0, Math.ceil((until - performance.now()) / 1000)))
    tick()
    const timer = setInterval(tick, 250)
    return () => clearInterval(timer)
  }, [wait])
  return left
}
