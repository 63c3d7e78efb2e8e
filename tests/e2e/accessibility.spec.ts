import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import axe, { type AxeResults, type ImpactValue, type NodeResult } from 'axe-core'
import { LOOKS } from '../../renderer/app/theme'
import { handsOn } from '../drive/hands'
import { launchApp } from './launch'
import { walkAll } from './screens'

/** Every screen and main dialog in every look, by axe-core: nothing serious, nothing critical, nothing excepted. */

/** Runs axe over what is on screen. It is put in by the debugger, as the window's own policy lets no script in. */
async function run(page: Page): Promise<AxeResults> {
  const session = await page.context().newCDPSession(page)
  await session.send('Runtime.evaluate', { expression: `if (!window.axe) { ${axe.source} }` })
  const answer = await session.send('Runtime.evaluate', {
    expression: 'axe.run(document, { resultTypes: ["violations"] })',
    awaitPromise: true,
    returnByValue: true,
  })
  await session.detach()
  if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description)
  return answer.result.value as AxeResults
}

/** What moves is looked at once it has come to rest: half faded in, nothing is readable. */
async function atRest(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every((one) => one.playState !== 'running' || one.effect?.getTiming().iterations === Infinity),
  )
  await page
    .locator('[class*="-appear-"], [class*="-enter-"], [class*="-leave-"]')
    .first()
    .waitFor({ state: 'detached' })
}

for (const look of LOOKS)
  test(`axe finds nothing serious on any screen: ${look}`, async () => {
    test.setTimeout(300_000)
    const folder = mkdtempSync(join(tmpdir(), 'scorebench-axe-'))
    const launched = await launchApp({ size: { width: 1366, height: 768 } })
    const { page } = launched
    await page.evaluate(
      (theme) => localStorage.setItem('scorebench.settings', JSON.stringify({ theme })),
      look,
    )
    await page.reload()
    const photo = join(folder, 'photo.png')
    writeFileSync(photo, Buffer.from(await picture(page)))
    const found: string[] = []
    let passed = 0
    await walkAll(
      {
        launched,
        page,
        hands: handsOn(page),
        look: async (name) => {
          await atRest(page)
          const { violations } = await run(page)
          const bad = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
          const count = (of: string) => violations.filter(({ impact }) => impact === of).length
          console.log(
            `${look}, ${name}: critical ${count('critical')}, serious ${count('serious')}, moderate ${count('moderate')}, minor ${count('minor')}`,
          )
          if (bad.length === 0) passed += 1
          found.push(
            ...bad.flatMap(({ id, impact, nodes }) =>
              nodes.slice(0, 4).map((node) => said(name, id, impact, node)),
            ),
          )
        },
      },
      photo,
    )
    await launched.close()
    rmSync(folder, { recursive: true, force: true })
    console.log(`${look}: ${passed} screens and dialogs without a serious finding`)
    expect(found.join('\n')).toBe('')
  })

function said(where: string, rule: string, impact: ImpactValue | undefined, node: NodeResult): string {
  const why = (node.failureSummary ?? '').split('\n').slice(1, 3).join(' ')
  return `${where}: ${impact} ${rule} ${node.target.join(' ')}\n    ${node.html.slice(0, 200)}\n    ${why}`
}

function picture(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const canvas = new OffscreenCanvas(320, 240)
    canvas.getContext('2d')?.fillRect(40, 40, 80, 80)
    return [...new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())]
  })
}
