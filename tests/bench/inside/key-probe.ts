/** As Chromium's Input.dispatchKeyEvent takes it. */
export interface Key {
  readonly key: string
  readonly code: string
  readonly text: string
  readonly windowsVirtualKeyCode: number
}

/** One key press: ms on the page's clock. */
export interface KeyTimes {
  /** When the browser made the event. */
  readonly pressed: number
  /** The new totals are in the document, which is after the journal was acknowledged. */
  readonly inDocument: number
  /** The frame that shows them is drawn. */
  readonly painted: number
  /** The browser's copy: its first put asked for, and its transaction on disk. */
  readonly asked: number
  readonly kept: number
}

export interface KeyProbe {
  /** The times of the next key press, once all of them are known. */
  readonly next: () => Promise<KeyTimes>
}

declare global {
  interface Window {
    benchKeys: KeyProbe
  }
}

/** Runs in the page with a sheet open: listens, and touches nothing. */
export function installKeyProbe(): void {
  type Draft = { -readonly [K in keyof KeyTimes]?: KeyTimes[K] }
  const LIMIT_MS = 10_000
  let draft: Draft = {}
  let answer: ((times: KeyTimes) => void) | null = null

  const note = (change: Draft) => {
    Object.assign(draft, change)
    if (draft.painted === undefined || draft.kept === undefined) return
    answer?.(draft as KeyTimes)
    answer = null
  }
  const listen = (event: KeyboardEvent) => {
    draft = { pressed: event.timeStamp }
  }
  window.addEventListener('keydown', listen, true)

  const saved = document.querySelector('[data-testid="scoring-saved"]')
  if (saved === null) throw new Error('no sheet is open')
  // The number of the last line changes in the same commit as the totals, also where a total stays what it was.
  new MutationObserver(() => {
    note({ inDocument: performance.now() })
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.onmessage = () => note({ painted: performance.now() })
      channel.port2.postMessage(0)
    })
  }).observe(saved, { attributes: true, attributeFilter: ['data-seq'] })

  // Dexie binds `transaction` when it opens the store, long before this: what it puts can still be heard.
  const put = IDBObjectStore.prototype.put
  const heard = new WeakSet<IDBTransaction>()
  IDBObjectStore.prototype.put = function (...args) {
    const { transaction } = this
    if (transaction.db.name === 'scorebench' && !heard.has(transaction)) {
      heard.add(transaction)
      note({ asked: performance.now() })
      transaction.addEventListener('complete', () => note({ kept: performance.now() }))
    }
    return put.apply(this, args)
  }

  window.benchKeys = {
    next: () =>
      new Promise((done, fail) => {
        answer = done
        setTimeout(() => fail(new Error(`a key came to nothing: ${JSON.stringify(draft)}`)), LIMIT_MS)
      }),
  }
}
