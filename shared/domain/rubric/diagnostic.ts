/** What a proof found. `place` is a node's printed code, with '/clause id' where it is about a clause. */
export interface Diagnostic {
  readonly code: string
  readonly level: 'error' | 'warning'
  readonly place: string
  readonly detail: string
}

/** Errors and warnings of one place, collected in the order they are found. */
export interface Findings {
  readonly error: (code: string, detail: string) => void
  readonly warning: (code: string, detail: string) => void
}

/** A collector that writes into `out` under the given place. */
export function findingsAt(place: string, out: Diagnostic[]): Findings {
  return {
    error: (code, detail) => out.push({ code, level: 'error', place, detail }),
    warning: (code, detail) => out.push({ code, level: 'warning', place, detail }),
  }
}
