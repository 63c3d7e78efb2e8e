import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from './bundle'
import type { Figure } from './figure'
import type { Prepared } from './inside/packages'
import type { LineProcess } from './line-process'
import { median, medianRatio } from './statistics'

const run = promisify(execFile)
const COUNT = 170
const SIZE = 3_000_000
const MEGABYTES = (COUNT * SIZE) / 1e6
const ROUNDS = 5

export interface Runtime {
  readonly name: string
  readonly process: LineProcess
}

/** Sealing and verifying half a gigabyte of evidence against `sha256sum`, and against it followed by `zip -0`. */
export async function throughputFigures(runtimes: readonly Runtime[]): Promise<Figure[]> {
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
  const prepared = await first.process.ask<Prepared>('prepare', { root, folder, count: COUNT, size: SIZE })
  const times = await rounds(folder, prepared, runtimes)
  const tools = times.sha256sum.map((ms, at) => ms + (times.zip[at] ?? 0))
  const disk: Figure = {
    ...speed('package.disk', 'The disk: write a package’s bytes and fsync', times.disk),
    against: 'sha256sum, zip -0 on the same bytes',
    yardstick: MEGABYTES / (median(tools) / 1000),
    ratio: medianRatio(times.disk, tools),
    toReach: '',
    isReached: null,
  }
  const figures = runtimes.flatMap(({ name }) =>
    (['seal', 'verify'] as const).flatMap((work) => {
      const taken = times[work].get(name) ?? []
      const what = `${work === 'seal' ? 'Seal' : 'Verify'} ${MEGABYTES} MB of evidence (${name})`
      return [
        against(
          `package.${work}.${name}.tools`,
          what,
          taken,
          'sha256sum, zip -0 on the same bytes',
          tools,
          1,
        ),
        against(`package.${work}.${name}.digest`, what, taken, 'sha256sum alone', times.sha256sum, 1 / 0.6),
      ]
    }),
  )
  return [...figures, disk]
}

interface Times {
  readonly sha256sum: number[]
  readonly zip: number[]
  readonly disk: number[]
  readonly seal: Map<string, number[]>
  readonly verify: Map<string, number[]>
}

/** Everything in turn, several times over, so that a busy machine is busy for all of them. */
async function rounds(
  folder: string,
  { sheetFolder, evidenceFolder }: Prepared,
  runtimes: readonly Runtime[],
) {
  const empty = () => new Map(runtimes.map(({ name }): [string, number[]] => [name, []]))
  const times: Times = { sha256sum: [], zip: [], disk: [], seal: empty(), verify: empty() }
  const files = (await readdir(evidenceFolder)).map((name) => join(evidenceFolder, name))
  const out = join(folder, 'out')
  await mkdir(out)
  const path = join(out, 'package.zip')
  const archive = join(out, 'archive.zip')
  // What was written before is on disk first: nobody pays for somebody else's bytes.
  const settle = () => run('sync', ['-f', folder])
  const program = async (name: string, args: readonly string[]): Promise<number> => {
    await settle()
    const before = performance.now()
    await run(name, args, { maxBuffer: 1 << 26 })
    return performance.now() - before
  }
  await run('sha256sum', files, { maxBuffer: 1 << 26 })
  for (let round = 0; round < ROUNDS; round++) {
    times.sha256sum.push(await program('sha256sum', files))
    times.zip.push(await program('zip', ['-0', '-q', '-j', archive, ...files]))
    await rm(archive)
    for (const { name, process } of runtimes) {
      await settle()
      times.seal.get(name)?.push(await process.ask<number>('seal', { sheetFolder, out: path }))
      await settle()
      times.verify.get(name)?.push(await process.ask<number>('verify', { path }))
    }
    await settle()
    const disk = await runtimes[0]?.process.ask<number>('writeAndSync', { path, out: archive })
    times.disk.push(disk ?? Number.NaN)
  }
  return times
}

function speed(id: string, what: string, taken: readonly number[]) {
  return { id, what, value: MEGABYTES / (median(taken) / 1000), unit: 'MB/s' as const }
}

/** `limit` is in times of the yardstick's time. */
function against(
  id: string,
  what: string,
  taken: readonly number[],
  yardstick: string,
  others: readonly number[],
  limit: number,
): Figure {
  const ratio = medianRatio(taken, others)
  return {
    ...speed(id, what, taken),
    against: yardstick,
    yardstick: MEGABYTES / (median(others) / 1000),
    ratio,
    toReach: limit === 1 ? 'at least as fast' : `reach for ${(1 / limit).toFixed(1)} of its speed`,
    isReached: ratio <= limit,
  }
}
