import { cp, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { cliBackupSchema, cliRestoreSchema } from '../../../shared/schema/cli-backup-schema'
import { digestsIn, fullWorkspace } from '../backup/backup-fixture'
import { newFolder } from '../custody/sheet-fixture'
import { cli } from './in-process'

/** A data folder as the application has it. */
async function dataFolder(): Promise<string> {
  const { folder } = await fullWorkspace()
  const data = await newFolder()
  await cp(folder, join(data, 'custody'), { recursive: true })
  return data
}

afterEach(() => {
  delete process.env.SCOREBENCH_PASSPHRASE
})

describe('scorebench backup', () => {
  it('creates, verifies and restores to the same bytes', async () => {
    const [data, target, folder] = [await dataFolder(), await newFolder(), await newFolder()]
    const file = join(folder, 'b.zip')
    const created = await cli('backup', 'create', '--data', data, '--out', file, '--json')
    expect(created.code).toBe(0)
    const said = cliBackupSchema.parse(JSON.parse(created.out))
    expect(said).toMatchObject({ kind: 'file', rounds: 1, hasIdentity: true, damaged: [] })
    expect((await cli('backup', 'create', '--data', data, '--out', file)).code).toBe(64)
    const verified = await cli('backup', 'verify', file)
    expect(verified.code).toBe(0)
    expect(verified.out).toContain(said.sheets[0]?.head ?? 'no head')
    const shown = await cli('backup', 'restore', file, '--data', target, '--dry-run')
    expect([shown.code, shown.out]).toEqual([0, expect.stringContaining('仅查看')])
    expect(await digestsIn(target)).toEqual(new Map())
    const restored = await cli('backup', 'restore', file, '--data', target, '--json')
    expect(restored.code).toBe(0)
    const plan = cliRestoreSchema.parse(JSON.parse(restored.out))
    expect(plan.sheets.map(({ fate }) => fate)).toEqual(['new'])
    expect(await digestsIn(target)).toEqual(await digestsIn(data))
    const again = await cli('backup', 'restore', file, '--data', target, '--lang', 'en')
    expect([again.code, again.out]).toEqual([0, expect.stringContaining('the same, kept')])
  })

  it('takes the passphrase from a file or the environment, and says when it is wrong or missing', async () => {
    const [data, folder] = [await dataFolder(), await newFolder()]
    const [file, secret] = [join(folder, 'b.age'), join(folder, 'secret')]
    await writeFile(secret, '口令一二三四五六\n')
    const created = await cli('backup', 'create', '--data', data, '--out', file, '--passphrase-file', secret)
    expect(created.code).toBe(0)
    expect((await readFile(file)).toString('latin1')).toMatch(/^age-encryption\.org\/v1\n/)
    expect((await cli('backup', 'verify', file)).code).toBe(7)
    process.env.SCOREBENCH_PASSPHRASE = 'another'
    const wrong = await cli('backup', 'verify', file)
    expect([wrong.code, wrong.err]).toEqual([7, expect.stringContaining('口令不对')])
    process.env.SCOREBENCH_PASSPHRASE = '口令一二三四五六'
    expect((await cli('backup', 'verify', file)).code).toBe(0)
    expect((await cli('backup', 'verify', file, '--passphrase-file', join(folder, 'gone'))).code).toBe(64)
  }, 60_000)

  it('says what is no backup, what was altered, and what was left alone', async () => {
    const [data, folder] = [await dataFolder(), await newFolder()]
    const file = join(folder, 'b.zip')
    await cli('backup', 'create', '--data', data, '--out', file)
    const bytes = await readFile(file)
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
    await writeFile(join(folder, 'altered.zip'), bytes)
    expect((await cli('backup', 'verify', join(folder, 'altered.zip'))).code).toBe(2)
    await writeFile(join(folder, 'other.zip'), 'no backup')
    expect((await cli('backup', 'verify', join(folder, 'other.zip'))).code).toBe(4)
    expect((await cli('backup', 'verify', join(folder, 'gone.zip'))).code).toBe(4)
    expect((await cli('backup', 'verify', folder)).code).toBe(4)
    const rounds = join(data, 'custody', 'rounds')
    const [round = ''] = await readdir(rounds)
    await writeFile(join(rounds, round), 'another one')
    const restored = await cli('backup', 'restore', file, '--data', data)
    expect([restored.code, restored.out]).toEqual([3, expect.stringContaining(`rounds/${round}`)])
  })

  it('does not restore under a running application', async () => {
    const data = await dataFolder()
    await symlink(`host-${process.pid}`, join(data, 'SingletonLock'))
    const refused = await cli('backup', 'restore', 'b.zip', '--data', data)
    expect([refused.code, refused.err]).toEqual([64, expect.stringContaining('正在使用')])
  })

  it('is used rightly or not at all', async () => {
    for (const args of [['create'], ['verify'], ['restore', 'x'], ['create', '--out', 'x'], ['shrink'], []])
      expect((await cli('backup', ...args)).code).toBe(64)
  })
})
