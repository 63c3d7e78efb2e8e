import { join } from 'node:path'
import { readBuiltinRubric } from '../custody/builtin-rubric'
import { systemClock } from '../custody/clock'
import { openCustody } from '../custody/custody'
import { deskIdentity } from './desk-identity'
import { deskPackages } from './desk-packages'
import { deskStandards } from './desk-standards'
import type { Desk } from './ipc'
import { installMenu } from './menu'

/** Opens custody in the data folder and answers every call of the screen over it. */
export async function openDesk(dataFolder: string, resourcesFolder: string): Promise<Desk> {
  const clock = systemClock()
  const builtin = [readBuiltinRubric(resourcesFolder)]
  const custody = await openCustody(join(dataFolder, 'custody'), clock, { builtin })
  const keysFolder = join(dataFolder, 'custody', 'keys')
  return {
    ...deskStandards(custody, { dataFolder, resourcesFolder, builtin }),
    chooseLanguage: async (language) => {
      installMenu(language)
      return { ok: true, value: null }
    },
    listRounds: custody.listRounds,
    createRound: custody.createRound,
    listSheets: custody.listSheets,
    createSheet: custody.createSheet,
    readJournal: custody.readJournal,
    appendEvents: custody.appendEvents,
    restoreJournal: custody.restoreJournal,
    startCorrection: custody.startCorrection,
    ...deskIdentity(keysFolder, clock.now),
    ...deskPackages(custody, keysFolder, clock.now),
  }
}
