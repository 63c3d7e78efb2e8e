import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'
import { FAULT, type Fault } from './report'

/** Prints what the faults did, after the last of them; nothing in a run that has none. */
export default class FaultsReporter implements Reporter {
  private readonly lines: { readonly fault: Fault; readonly hasPassed: boolean }[] = []

  onTestEnd(_test: TestCase, result: TestResult): void {
    for (const { type, description = '' } of result.annotations)
      if (type === FAULT)
        this.lines.push({ fault: JSON.parse(description), hasPassed: result.status === 'passed' })
  }

  onEnd(): void {
    if (this.lines.length === 0) return
    const sum = (of: (fault: Fault) => number) => this.lines.reduce((all, { fault }) => all + of(fault), 0)
    console.log('\nFaults: what was done, how often, what was found')
    for (const { fault, hasPassed } of this.lines) {
      const { fault: what, times, acknowledged, lost, found } = fault
      const state = hasPassed ? 'ok    ' : 'FAILED'
      console.log(`  ${state} ${what}: ${times} ×, ${acknowledged} acknowledged, ${lost} lost; ${found}`)
    }
    console.log(
      `  all: ${sum(({ times }) => times)} faults, ${sum(({ acknowledged }) => acknowledged)} acknowledged, ${sum(({ lost }) => lost)} lost`,
    )
  }

  printsToStdio(): boolean {
    return false
  }
}
