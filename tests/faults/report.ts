import { test } from '@playwright/test'

/** What was done to the application, how often, what was lost of what it had acknowledged, and what it said. */
export interface Fault {
  readonly fault: string
  readonly times: number
  readonly acknowledged: number
  readonly lost: number
  readonly found: string
}

export const FAULT = 'fault'

/** Puts a line into the report that is printed at the end of the run. */
export function report(fault: Fault): void {
  test.info().annotations.push({ type: FAULT, description: JSON.stringify(fault) })
}
