import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { rubricDigest } from '../../../electron/custody/digest'
import { canonicalJson } from '../../../shared/domain/canonical-json'
import { proveRubric } from '../../../shared/domain/rubric/proof'
import type { Rubric } from '../../../shared/domain/rubric/rubric'
import { sampleCategory, sampleItem, sampleRubric } from '../domain/rubric/sample-item'
import { code, DRAFT, newFolder, open, value } from './sheet-fixture'

/** A custody on whose disk the standard lies frozen, as a round of an older version may have left it. */
async function withFrozen(rubric: Rubric) {
  const folder = await newFolder()
  const digest = rubricDigest(rubric)
  await mkdir(join(folder, 'rubrics'), { recursive: true })
  await writeFile(join(folder, 'rubrics', `${digest}.json`), canonicalJson(rubric))
  const custody = await open(folder)
  return custody.createRound({ ...DRAFT, rubricDigest: digest })
}

describe('a round over a standard that lies frozen', () => {
  it('is refused where the proof finds an error', async () => {
    expect(code(await withFrozen(sampleRubric({ categories: [sampleCategory({ weight: 9_000 })] })))).toBe(
      'rubric-unproved',
    )
  })

  it('starts where it finds warnings only', async () => {
    const item = sampleItem({ units: { lead: [], support: [] } })
    const rubric = sampleRubric({ categories: [sampleCategory({ children: [item] })] })
    expect(proveRubric(rubric).map(({ level }) => level)).toEqual(['warning'])
    expect(value(await withFrozen(rubric)).rubricId).toBe('sample')
  })
})
