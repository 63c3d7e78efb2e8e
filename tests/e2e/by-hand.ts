import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SheetResult } from '../../shared/domain/sheet/result'
import type { Statement } from '../../shared/schema/statement-schema'

export interface CheckedByHand {
  readonly folder: string
  readonly result: SheetResult
  readonly statement: Statement
}

/** Checks a package with `unzip`, `sha256sum` and `openssl` alone, as a receiver without our program does. Throws at the first fault. */
export function checkByHand(path: string): CheckedByHand {
  const at = mkdtempSync(join(tmpdir(), 'scorebench-unzipped-'))
  execFileSync('unzip', ['-q', path, '-d', at])
  const [top = '', ...others] = readdirSync(at)
  if (others.length > 0) throw new Error(`more than one folder in the package: ${others}`)
  const folder = join(at, top)
  for (const manifest of ['tagmanifest-sha256.txt', 'manifest-sha256.txt'])
    execFileSync('sha256sum', ['--quiet', '--strict', '-c', manifest], { cwd: folder, stdio: 'pipe' })
  const [signature = ''] = readdirSync(join(folder, 'signatures')).filter((name) => name.endsWith('.sig'))
  const base = signature.replace(/\.statement\.sig$/, '')
  const signed = join('signatures', `${base}.statement.json`)
  const verified = execFileSync(
    'openssl',
    [
      'dgst',
      '-sha256',
      '-verify',
      `signatures/${base}.pub.pem`,
      '-signature',
      `signatures/${signature}`,
      signed,
    ],
    { cwd: folder, encoding: 'utf8' },
  )
  if (verified.trim() !== 'Verified OK') throw new Error(verified)
  const statement: Statement = JSON.parse(readFileSync(join(folder, signed), 'utf8'))
  const digest = createHash('sha256')
    .update(readFileSync(join(folder, 'tagmanifest-sha256.txt')))
    .digest('hex')
  if (statement.subject[0]?.digest.sha256 !== digest) throw new Error('the statement is about other bytes')
  return {
    folder,
    statement,
    result: JSON.parse(readFileSync(join(folder, 'data/result.json'), 'utf8')),
  }
}
