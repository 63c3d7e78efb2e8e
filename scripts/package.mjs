import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { root, tool } from './paths.mjs'
import { runNode, stop } from './run.mjs'
import { setUp } from './set-up.mjs'

/** `npm run package -- --dir` builds the unpacked application; other arguments go to electron-builder as they are. */
const args = process.argv.slice(2)
const isUnpacked = args.includes('--dir')
const electron = await setUp()
if (!electron.isOfficial && !isUnpacked) {
  stop(
    'Installers are made with the official Electron only, and it is out of reach here. Try: npm run package -- --dir',
  )
}

// A copy, because electron-builder renames and patches files, and without our loader, which would run instead of the app.
const staged = join(root, 'dist/.electron')
const loader = join(electron.folder, 'resources', 'app')
rmSync(staged, { recursive: true, force: true })
cpSync(electron.folder, staged, {
  recursive: true,
  verbatimSymlinks: true,
  filter: (path) => path !== loader && !path.startsWith(loader + sep),
})
// Electron 25 has no place yet for this fuse, and electron-builder refuses to set what is not there.
const config = join(root, 'dist/.electron-builder.yml')
const settings = readFileSync(join(root, 'electron-builder.yml'), 'utf8')
mkdirSync(join(root, 'dist'), { recursive: true })
writeFileSync(
  config,
  electron.isOfficial ? settings : settings.replace(/^ *grantFileProtocolExtraPrivileges:.*\n/m, ''),
)
const { code } = await runNode(
  tool.electronBuilder,
  [...args, '--publish=never', `--config=${config}`, `-c.electronDist=${staged}`],
  {
    env: { CSC_IDENTITY_AUTO_DISCOVERY: process.env.CSC_LINK ? 'true' : 'false' },
  },
)
rmSync(staged, { recursive: true, force: true })
rmSync(config)
process.exit(code)
