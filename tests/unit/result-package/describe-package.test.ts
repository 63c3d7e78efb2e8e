import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildPackage } from '../../../electron/result-package/build-package'
import { describePackage } from '../../../electron/result-package/describe-package'
import { value } from '../custody/sheet-fixture'
import { madePackage } from './package-fixture'

describe('a kept package', () => {
  it('says what its making said', async () => {
    const { path, sheetFolder, signer } = await madePackage()
    const built = value(await buildPackage({ sheetFolder, signer, report: null, out: path }))
    expect(value(await describePackage(path, built.sheetId))).toEqual(built)
  })

  it('is none where nothing was built, or where it reads as nothing of ours', async () => {
    const { path, sheetFolder } = await madePackage()
    expect(value(await describePackage(join(sheetFolder, 'none.zip'), 'x'))).toBeNull()
    const bytes = await readFile(path)
    await writeFile(path, bytes.subarray(0, bytes.length / 2))
    expect(value(await describePackage(path, 'x'))).toBeNull()
    await rm(path)
    expect(value(await describePackage(path, 'x'))).toBeNull()
  })
})
