import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** [file that imports, what it imports (or a whole line of code), words of the message]. */
const refused: readonly (readonly [file: string, code: string, message: string])[] = [
  ['shared/domain/a/zod.ts', 'zod', 'no package'],
  ['shared/domain/a/node.ts', 'node:crypto', 'no package'],
  ['shared/domain/a/ipc.ts', '../../ipc/contract', 'only shared/domain'],
  ['shared/domain/a/schema.ts', '../../schema/rubric', 'only shared/domain'],
  ['shared/domain/a/electron.ts', '../../../electron/custody/journal', 'only shared/domain'],
  ['shared/domain/a/renderer.ts', '../../../renderer/db/tables', 'only shared/domain'],
  ['shared/domain/a/now.ts', 'export const now = Date.now()', 'is pure'],
  ['shared/domain/a/date.ts', 'export const date = new Date()', 'is pure'],
  ['shared/domain/a/bare-date.ts', 'export const date = new Date', 'is pure'],
  ['shared/domain/a/parse.ts', 'export const date = new Date(5)', 'is pure'],
  ['shared/domain/a/date-parts.ts', 'export const date = new Date(2026, 1, 2)', 'is pure'],
  ['shared/domain/a/random.ts', 'export const chance = Math.random()', 'is pure'],
  ['shared/domain/a/random-alias.ts', 'export const chance = Math.random', 'is pure'],
  ['shared/domain/a/console.ts', 'export const log = console.log', 'global variable console'],
  ['shared/domain/a/url.ts', "export const url = new URL('app://x')", 'global variable URL'],
  ['shared/domain/a/crypto.ts', 'export const id = crypto.randomUUID()', 'global variable crypto'],
  ['shared/schema/react.ts', 'react', 'zod and shared/domain only'],
  ['shared/schema/sheet.ts', '../spreadsheet/score-sheet', 'belongs to the folder that reads the data'],
  ['shared/schema/custody.ts', '../../electron/custody/journal', 'belongs to the folder that reads the data'],
  ['shared/spreadsheet/node.ts', 'node:fs', 'xlsx and shared/domain only'],
  ['shared/spreadsheet/custody.ts', '../../electron/custody/journal', 'xlsx and shared/domain only'],
  ['shared/ipc/zod.ts', 'zod', 'contract of types'],
  ['shared/ipc/main.ts', '../../electron/main/window', 'types of shared/domain only'],
  ['shared/ipc/value.ts', "import { a } from '../domain/points'\nexport { a }", 'types only'],
  ['electron/preload/node.ts', 'node:fs', 'requires electron alone'],
  ['electron/preload/custody.ts', '../custody/journal', 'electron and shared/ipc only'],
  ['electron/preload/domain.ts', '../../shared/domain/points', 'electron and shared/ipc only'],
  ['electron/custody/electron.ts', 'electron', 'Node alone'],
  ['electron/custody/zod.ts', 'zod', 'Node alone'],
  ['electron/custody/package.ts', '../result-package/seal', 'electron/result-package'],
  ['electron/custody/main.ts', '../main/window', 'electron/main'],
  ['electron/result-package/electron.ts', 'electron', 'Node alone'],
  ['electron/result-package/xlsx.ts', 'xlsx', 'shared/spreadsheet'],
  ['electron/result-package/cli.ts', '../cli/index', 'electron/cli'],
  ['electron/backup/electron.ts', 'electron', 'Node and age-encryption alone'],
  ['electron/backup/main.ts', '../main/window', 'electron/main'],
  ['electron/result-package/backup.ts', '../backup/write-backup', 'custody and shared/ only'],
  ['electron/custody/backup.ts', '../backup/write-backup', 'electron/result-package'],
  ['electron/main/cli.ts', '../cli/index', 'electron/main'],
  ['electron/main/renderer.ts', '../../renderer/app/shell', 'electron/main'],
  ['electron/main/react.ts', 'react', 'electron and Node only'],
  [
    'electron/main/ipc-main.ts',
    "import { ipcMain } from 'electron'\nexport { ipcMain }",
    'electron/main/ipc.ts',
  ],
  ['electron/cli/electron.ts', 'electron', 'electron/main'],
  ['electron/cli/main.ts', '../main/window', 'out of electron/main'],
  ['electron/cli/preload.ts', '../preload/index', 'out of electron/main'],
  ['renderer/entry.ts', 'node:fs', 'electron/main'],
  ['renderer/entry-main.ts', '../electron/main/window', 'window.scorebench'],
  ['renderer/db/antd.ts', 'antd', 'renderer/features'],
  ['renderer/db/feature.ts', '../features/scoring/screen', 'renderer/features'],
  ['renderer/components/grid.ts', 'ag-grid-community', 'components/data-grid'],
  ['renderer/components/chart.ts', 'echarts/core', 'components/charts'],
  ['renderer/components/db.ts', '../db/tables', 'renderer/features'],
  ['renderer/components/feature.ts', '../features/scoring/screen', 'renderer/features'],
  ['renderer/components/data-grid/chart.ts', 'echarts', 'AG Grid and nothing else'],
  ['renderer/components/charts/grid.ts', 'ag-grid-react', 'ECharts and nothing else'],
  ['renderer/features/scoring/other.ts', '../results/screen', 'never imports another feature'],
  ['renderer/features/scoring/other-index.ts', '../results', 'never imports another feature'],
  ['renderer/features/scoring/panel/other.ts', '../../results/screen', 'never imports another feature'],
  [
    'renderer/features/scoring/panel/deep/other.ts',
    '../../../results/screen',
    'never imports another feature',
  ],
  ['renderer/features/scoring/electron.ts', 'electron', 'electron/main'],
  ['renderer/features/scoring/main.ts', '../../../electron/main/window', 'window.scorebench'],
  ['renderer/features/scoring/app.ts', '../../app/shell', 'never the other way'],
  ['renderer/features/scoring/grid.ts', 'ag-grid-react', 'components/data-grid'],
  ['renderer/features/scoring/dexie.ts', 'dexie', 'renderer/db'],
  ['renderer/features/scoring/xlsx.ts', 'xlsx', 'shared/spreadsheet'],
  ['renderer/app/dexie.ts', 'dexie', 'renderer/db'],
  ['renderer/app/custody.ts', '../../electron/custody/journal', 'window.scorebench'],
  ['renderer/i18n/feature.ts', '../features/scoring/screen', 'catalogues'],
  ['renderer/print/antd.ts', 'antd', 'plain pages'],
  ['renderer/print/db.ts', '../db/tables', 'chooses the data'],
  ['renderer/app/fetch.ts', "export const page = fetch('/x')", 'global variable fetch'],
  ['renderer/app/process.ts', 'export const env = process.env', 'global variable process'],
]

const allowed: readonly (readonly [file: string, imported: string])[] = [
  ['shared/domain/a/own.ts', '../points'],
  ['shared/domain/own.ts', './points'],
  ['shared/schema/zod.ts', 'zod'],
  ['shared/schema/domain.ts', '../domain/points'],
  ['shared/spreadsheet/xlsx.ts', 'xlsx'],
  ['electron/preload/index.ts', 'electron'],
  ['electron/preload/contract.ts', '../../shared/ipc/contract'],
  ['electron/custody/node.ts', 'node:fs/promises'],
  ['electron/custody/domain.ts', '../../shared/domain/points'],
  ['electron/custody/schema.ts', '../../shared/schema/rubric'],
  ['electron/result-package/custody.ts', '../custody/journal'],
  ['electron/result-package/sheet.ts', '../../shared/spreadsheet/score-sheet'],
  ['electron/main/electron.ts', 'electron'],
  ['electron/main/custody.ts', '../custody/journal'],
  ['electron/main/contract.ts', '../../shared/ipc/contract'],
  ['electron/cli/seal.ts', '../result-package/seal'],
  ['electron/cli/custody.ts', '../custody/journal'],
  ['renderer/main.ts', './app/shell'],
  ['renderer/db/dexie.ts', 'dexie'],
  ['renderer/db/hook.ts', 'react'],
  ['renderer/db/domain.ts', '../../shared/domain/points'],
  ['renderer/components/antd.ts', 'antd'],
  ['renderer/components/data-grid/grid.ts', 'ag-grid-community'],
  ['renderer/components/charts/chart.ts', 'echarts/core'],
  ['renderer/features/scoring/own.ts', './panel/item'],
  ['renderer/features/scoring/component.ts', '../../components/data-grid/data-grid'],
  ['renderer/features/scoring/db.ts', '../../db/tables'],
  ['renderer/features/scoring/panel/own.ts', '../keys'],
  ['renderer/features/scoring/panel/deep/own.ts', '../../keys'],
  ['renderer/features/scoring/panel/domain.ts', '../../../../shared/domain/points'],
  ['renderer/app/feature.ts', '../features/scoring/screen'],
  ['renderer/app/antd.ts', 'antd/locale/zh_CN'],
  ['renderer/print/i18n.ts', '../i18n/catalogue'],
]

type Diagnostic = {
  readonly message: string
  readonly severity: string
  readonly location: { path?: unknown }
}

const root = resolve(__dirname, '../..')
const tree = mkdtempSync(join(tmpdir(), 'scorebench-architecture-'))
let byFile: Map<string, string[]>

/** A whole line of code stays; a bare specifier becomes a side-effect import, which keeps the linter's other rules out. */
const source = (code: string): string => (/\s/.test(code) ? `${code}\n` : `import '${code}'\n`)

beforeAll(() => {
  const config = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8')) as Record<string, unknown>
  writeFileSync(
    join(tree, 'biome.json'),
    JSON.stringify({ ...config, $schema: undefined, vcs: { enabled: false } }),
  )
  cpSync(join(root, 'scripts/lint'), join(tree, 'scripts/lint'), { recursive: true })
  for (const [file, code] of [...refused, ...allowed]) {
    mkdirSync(join(tree, dirname(file)), { recursive: true })
    writeFileSync(join(tree, file), source(code))
  }
  const run = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/@biomejs/biome/bin/biome'),
      'lint',
      '--reporter=json',
      '--max-diagnostics=none',
      '.',
    ],
    { cwd: tree, encoding: 'utf8', maxBuffer: 1 << 26 },
  )
  const { diagnostics } = JSON.parse(run.stdout) as { diagnostics: Diagnostic[] }
  byFile = new Map()
  for (const { location, severity, message } of diagnostics) {
    if (severity !== 'error') continue
    const path = typeof location.path === 'string' ? location.path : JSON.stringify(location.path)
    byFile.set(path, [...(byFile.get(path) ?? []), message])
  }
}, 60_000)

afterAll(() => rmSync(tree, { recursive: true, force: true }))

describe('an import against the table of ARCHITECTURE.md is a lint error', () => {
  test.each(refused)('%s ← %s', (file, _code, message) => {
    expect(byFile.get(file)?.join('\n') ?? '(no error)').toContain(message)
  })
})

describe('an import that the table allows is none', () => {
  test.each(allowed)('%s ← %s', (file) => {
    expect(byFile.get(file)).toBeUndefined()
  })
})
