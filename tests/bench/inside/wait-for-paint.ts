/** What has to be on screen, then what to click, if anything. CSS selectors. */
export interface Step {
  readonly see: readonly string[]
  readonly click?: string
}

/** Runs in the page: resolves after the frame in which the last step's elements are painted. */
export function waitForPaint(steps: readonly Step[]): Promise<void> {
  return new Promise((done) => {
    let at = 0
    let isPainting = false
    const look = (): void => {
      const step = steps[at]
      if (isPainting || step === undefined) return
      if (!step.see.every((selector) => document.querySelector(selector) !== null)) return
      isPainting = true
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.onmessage = () => {
          isPainting = false
          at += 1
          if (step.click !== undefined) document.querySelector<HTMLElement>(step.click)?.click()
          if (at === steps.length) {
            observer.disconnect()
            done()
          } else look()
        }
        channel.port2.postMessage(0)
      })
    }
    const observer = new MutationObserver(look)
    observer.observe(document, { childList: true, subtree: true, attributes: true })
    look()
  })
}
