import { join } from 'node:path'
import { secretAsker } from './ask-secret'
import { runCli } from './run-cli'

/** The `scorebench` command: plain Node, no window. Built as out/main/cli.js, beside which resources/ stands two up. */
void runCli(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  resourcesFolder: join(__dirname, '../../resources'),
  ask: secretAsker(),
}).then((code) => {
  process.exitCode = code
})
