import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { atMost, type Figure } from './figure'
import { median, medianRatio } from './statistics'
import type { Runtime } from './throughput'

const run = promisify(execFile)
const COUNT = 300
const SIZE = 3_000_000
const MEGABYTES = (COUNT * SIZE) / 1e6
const ROUNDS = 3

/** Taking 300 photos into custody (hashed, fsynced) against `sha256sum` and `cp -r` (not fsynced) on the same files. */
export async function photoFigures(runtimes: readonly Runtime[]): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'scorebench-bench-'))
  try {
    return await measure(folder, runtimes)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function measure(folder: string, runtimes: readonly Runtime[]): Promise<Figure[]> {
  const [first] = runtimes
  if (first === undefined) return []
  const photos = join(folder, 'DCIM')
  await first.process.ask('makePhotos', { folder: photos, count: COUNT, size: SIZE })
  const files = (await readdir(photos)).map((name) => join(photos, name))
  const copy = join(folder, 'copy')
  const settle = () => run('sync', ['-f', folder])
  const tools: number[] = []
  const taken = new Map(runtimes.map(({ name }): [string, number[]] => [name, []]))
  // In turn, several times over, so that a busy machine is busy for all of them; everything is read once before.
  await run('sha256sum', files, { maxBuffer: 1 << 26 })
  for (let round = 0; round < ROUNDS; round++) {
    await settle()
    const before = performance.now()
    await run('sha256sum', files, { maxBuffer: 1 << 26 })
    await run('cp', ['-r', photos, copy])
    tools.push(performance.now() - before)
    await rm(copy, { recursive: true })
    for (const { name, process } of runtimes) {
      await settle()
      const to = join(folder, 'evidence')
      taken.get(name)?.push(await process.ask<number>('importPhotos', { folder: photos, to, count: COUNT }))
    }
  }
  return runtimes.map(({ name }) => {
    const times = taken.get(name) ?? []
    return {
      id: `photos.import.${name}`,
      what: `Take ${COUNT} photos (${MEGABYTES} MB) into custody (${name})`,
      value: MEGABYTES / (median(times) / 1000),
      unit: 'MB/s',
      against: 'sha256sum, cp -r on the same files',
      yardstick: MEGABYTES / (median(tools) / 1000),
      ...atMost(medianRatio(times, tools), 2),
    }
  })
}
