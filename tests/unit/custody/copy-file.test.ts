import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { copyVerified } from '../../../electron/custody/copy-file'
import { newFolder } from './sheet-fixture'

it('copies over an older file, and leaves nothing beside it', async () => {
  const folder = await newFolder()
  const [from, to] = [join(folder, 'from'), join(folder, 'to')]
  await writeFile(from, Buffer.alloc(3_000_000, 'ab'))
  await writeFile(to, 'older')
  await copyVerified(from, to)
  expect((await readFile(to)).equals(await readFile(from))).toBe(true)
  expect(await readdir(folder)).toEqual(['from', 'to'])
})

it('leaves the older file as it was where there is nothing to copy', async () => {
  const folder = await newFolder()
  const to = join(folder, 'to')
  await writeFile(to, 'older')
  await expect(copyVerified(join(folder, 'none'), to)).rejects.toMatchObject({ code: 'ENOENT' })
  expect(await readdir(folder)).toEqual(['to'])
  expect(await readFile(to, 'utf8')).toBe('older')
})
