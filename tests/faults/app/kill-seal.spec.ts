import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { readJournalBytes } from '../../../electron/custody/journal-read'
import { type Hands, handsOn, until } from '../../drive/hands'
import { makeIdentity, PASSPHRASE, seal, sign, startRound } from '../../drive/journey'
import { randomFrom } from '../../drive/plan'
import { checkByHand } from '../../e2e/by-hand'
import { freshDataFolder, launchApp } from '../../e2e/launch'
import { report } from '../report'
import { isBreakOff, killAll, pause, timesOf } from './power-cut'

const KILLS = timesOf(40, 5)
const LONGEST_MS = 4000

let dataFolder: string
const random = randomFrom(Date.now())

test.beforeEach(() => {
  dataFolder = freshDataFolder()
})

test.afterEach(() => rmSync(dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))

interface Sealing {
  /** What the screen had said before the power went. */
  isSealed: boolean
  isSigned: boolean
}

/** One sheet after another is sealed and signed; what each was found as afterwards, by its folder. */
test(`${KILLS} times SIGKILL while a sheet is sealed and signed: sealed or not, signed or not, never half`, async () => {
  test.setTimeout(120_000 + KILLS * 40_000)
  const known = new Set<string>()
  const found = { open: 0, sealed: 0, signed: 0 }
  let [acknowledged, lost] = [0, 0]
  for (let kill = 0; kill < KILLS; kill++) {
    const launched = await launchApp({ dataFolder })
    const { page } = launched
    const hands = handsOn(page)
    await startRound(page, hands, { subject: '洛阳' })
    for (let n = 0; n < 3; n++) await hands.press(' ')
    const said: Sealing = { isSealed: false, isSigned: false }
    let isOver = false
    const work = sealAndSign(page, hands, kill === 0, said).catch((error: unknown) => {
      if (!isOver && !isBreakOff(error)) throw error
    })
    // The first is let through: it makes the identity that the others sign with.
    if (kill === 0) await work
    else await pause(random() * LONGEST_MS)
    isOver = true
    await killAll(launched)
    await work
    const now = sheetsOf(dataFolder).filter((id) => !known.has(id))
    expect(now).toHaveLength(1)
    const [id = ''] = now
    known.add(id)
    const state = stateOf(dataFolder, id)
    acknowledged += Number(said.isSealed) + Number(said.isSigned)
    lost += Number(said.isSealed && state === 'open') + Number(said.isSigned && state !== 'signed')
    expect(lost, 'acknowledged and not there').toBe(0)
    found[state] += 1
  }
  if (found.open + found.sealed > 0) await signOneThatIsLeft(found.signed)
  report({
    fault: 'SIGKILL while a sheet is sealed and signed',
    times: KILLS,
    acknowledged,
    lost,
    found: `${found.open} sheets still open, ${found.sealed} sealed, ${found.signed} sealed with a package that unzip, sha256sum and openssl accept`,
  })
})

async function sealAndSign(page: Page, hands: Hands, isFirst: boolean, said: Sealing): Promise<void> {
  await seal(page, hands, '时间不足')
  said.isSealed = true
  if (isFirst) await makeIdentity(hands)
  await sign(page, hands, PASSPHRASE)
  said.isSigned = true
}

const sheetsFolder = (dataFolder: string) => join(dataFolder, 'custody/sheets')
const sheetsOf = (dataFolder: string) =>
  readdirSync(sheetsFolder(dataFolder)).filter((name) => !name.startsWith('.'))

/** What a sheet is on disk. Throws where its journal is damaged or its package does not verify. */
function stateOf(dataFolder: string, id: string): 'open' | 'sealed' | 'signed' {
  const folder = join(sheetsFolder(dataFolder), id)
  const { lines, damage } = readJournalBytes(readFileSync(join(folder, 'journal.jsonl')))
  if (damage !== null && damage.kind !== 'torn-tail') throw new Error(`journal ${damage.kind}`)
  const path = join(folder, 'package.zip')
  const isSealed = lines.at(-1)?.event.type === 'sealed'
  if (!existsSync(path)) return isSealed ? 'sealed' : 'open'
  if (!isSealed) throw new Error('a package of a sheet that is not sealed')
  rmSync(checkByHand(path).folder, { recursive: true })
  return 'signed'
}

/** A sheet that a kill left open or sealed is taken up from home, to its signed package. */
async function signOneThatIsLeft(signed: number): Promise<void> {
  const launched = await launchApp({ dataFolder })
  const { page } = launched
  const hands = handsOn(page)
  await page.getByTestId('home-continue').click()
  const signing = page.getByTestId('seal-sign-passphrase')
  const scoring = page.getByTestId('scoring-seal')
  await until('the sheet', async () => (await signing.isVisible()) || scoring.isVisible())
  if (await scoring.isVisible()) await seal(page, hands, '时间不足')
  await sign(page, hands, PASSPHRASE)
  await launched.close()
  const states = sheetsOf(dataFolder).map((id) => stateOf(dataFolder, id))
  expect(states.filter((state) => state === 'signed')).toHaveLength(signed + 1)
}
