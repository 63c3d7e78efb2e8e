import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'rolldown'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildInWorker, verifyInWorker } from '../../../electron/result-package/package-job'
import { code, newFolder, value } from '../custody/sheet-fixture'
import { type Made, madePackage, partsOf } from './package-fixture'

const NOBODY = { roster: null, known: [] }
let worker: string
let made: Made

/** The worker as the application has it: bundled into one CommonJS file. */
beforeAll(async () => {
  const folder = join(await newFolder(), 'out')
  await mkdir(folder)
  worker = join(folder, 'package-worker.js')
  await build({
    input: join(__dirname, '../../../electron/result-package/package-worker.ts'),
    platform: 'node',
    logLevel: 'silent',
    output: { file: worker, format: 'cjs' },
  })
  made = await madePackage()
}, 30_000)

describe('the package worker', () => {
  it('builds the same package as the main thread, verifies it, and tells of progress', async () => {
    const { sheetFolder, signer, bytes } = made
    const out = join(sheetFolder, 'from-worker.zip')
    const stages = new Set<string>()
    const onProgress = (stage: string) => void stages.add(stage)
    const request = { sheetFolder, signer, report: null, out }
    value(await buildInWorker(worker, request, { onProgress }))
    const unsigned = (zip: Buffer) => partsOf(zip).filter(({ name }) => !name.endsWith('.sig'))
    expect(unsigned(await readFile(out))).toEqual(unsigned(bytes))
    const verification = value(await verifyInWorker(worker, out, NOBODY, { onProgress }))
    expect(verification.verdict).toBe('valid-unknown-signer')
    expect([...stages]).toEqual(
      expect.arrayContaining(['replay', 'workbook', 'evidence', 'sign', 'write', 'verify']),
    )
  })

  it('is cancelled without leaving anything', async () => {
    const { sheetFolder, signer, path } = made
    const stop = new AbortController()
    const out = join(sheetFolder, 'cancelled.zip')
    const onProgress = () => stop.abort()
    const request = { sheetFolder, signer, report: null, out }
    const answer = await buildInWorker(worker, request, { onProgress, signal: stop.signal })
    // The worker may have been done before it heard: then the package is whole.
    if (!answer.ok) expect(answer.code).toBe('cancelled')
    expect((await readdir(sheetFolder)).filter((name) => name.includes('partial'))).toEqual([])
    stop.abort()
    expect(code(await verifyInWorker(worker, path, NOBODY, { signal: stop.signal }))).toBe('cancelled')
  })

  it('answers failures as values', async () => {
    expect(code(await verifyInWorker(worker, '/no/such.zip', NOBODY))).toBe('not-found')
  })
})
