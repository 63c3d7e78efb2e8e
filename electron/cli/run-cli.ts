import { parseArgs } from 'node:util'
import { createBackup, restoreBackup, verifyBackup } from './command-backup'
import { DEMO_DATE, demo } from './command-demo'
import { showRubric } from './command-rubric'
import { checkWorkbook } from './command-rubric-check'
import { diffRubrics } from './command-rubric-diff'
import { importWorkbook } from './command-rubric-import'
import { score } from './command-score'
import { vectors } from './command-vectors'
import { replay, verify } from './command-verify'
import { EXIT, type Manner, shown, type Terminal } from './terminal'
import { WORDS } from './words'

const OPTIONS = {
  json: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  builtin: { type: 'boolean' },
  out: { type: 'string' },
  subject: { type: 'string' },
  seed: { type: 'string' },
  date: { type: 'string' },
  roster: { type: 'string' },
  rubric: { type: 'string' },
  commands: { type: 'string' },
  sheet: { type: 'string' },
  columns: { type: 'string' },
  marks: { type: 'string' },
  data: { type: 'string' },
  'passphrase-file': { type: 'string' },
  encrypt: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
} as const

/** Which options a command takes beside --json, --lang and --help. */
const TAKEN: Readonly<Record<string, readonly string[]>> = {
  'rubric show': ['builtin'],
  'rubric diff': ['builtin'],
  'rubric check': ['sheet', 'columns'],
  'rubric import': ['sheet', 'columns', 'out', 'marks'],
  demo: ['out', 'subject', 'seed', 'date'],
  verify: ['roster'],
  replay: [],
  score: ['rubric', 'commands', 'subject'],
  vectors: [],
  'backup create': ['data', 'out', 'passphrase-file', 'encrypt'],
  'backup verify': ['passphrase-file'],
  'backup restore': ['data', 'passphrase-file', 'dry-run'],
}

/** Commands of two words begin with these. */
const FAMILIES = ['rubric', 'backup']

/** Runs one command; answers the exit code. */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<number> {
  const parsed = parse(args)
  if (typeof parsed === 'string') return misused(terminal, 'zh', parsed)
  const { values, positionals } = parsed
  const language = values.lang === 'en' ? 'en' : 'zh'
  if (values.lang !== undefined && values.lang !== 'zh' && values.lang !== 'en') {
    return misused(terminal, language, `--lang ${values.lang}`)
  }
  if (values.help) {
    terminal.out(WORDS[language].help)
    return EXIT.ok
  }
  const words = FAMILIES.includes(positionals[0] ?? '') ? 2 : 1
  const command = positionals.slice(0, words).join(' ')
  const operands = positionals.slice(words)
  const taken = Object.hasOwn(TAKEN, command) ? TAKEN[command] : undefined
  const foreign = Object.keys(values).find(
    (name) => !['json', 'lang', 'help', ...(taken ?? [])].includes(name),
  )
  if (taken === undefined) return misused(terminal, language, command)
  if (foreign !== undefined) return misused(terminal, language, `${command} --${foreign}`)
  const manner: Manner = { isJson: values.json ?? false, language }
  const [file, ...more] = operands
  if (command === 'rubric diff') {
    // The built-in standard stands for the first file.
    const [before, after, ...others] = values.builtin ? [null, ...operands] : operands
    if (before === undefined || after == null || others.length > 0)
      return misused(terminal, language, command)
    return diffRubrics(terminal, [before, after], manner)
  }
  if (more.length > 0) return misused(terminal, language, more.join(' '))

  if (command === 'rubric show') {
    if (values.builtin && file !== undefined) return misused(terminal, language, `--builtin ${file}`)
    return showRubric(terminal, file ?? null, manner)
  }
  if (command === 'rubric check' || command === 'rubric import') {
    const { sheet = null, columns = null, out, marks = null } = values
    if (file === undefined) return misused(terminal, language, command)
    if (command === 'rubric check') return checkWorkbook(terminal, file, { sheet, columns }, manner)
    if (out === undefined) return misused(terminal, language, 'rubric import --out')
    return importWorkbook(terminal, { file, sheet, columns, out, marks }, manner)
  }
  if (command === 'demo') {
    const { out, subject = null, seed = '1', date = DEMO_DATE } = values
    const isDay = /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date))
    if (out === undefined || file !== undefined) return misused(terminal, language, 'demo --out')
    if (!/^\d{1,9}$/.test(seed)) return misused(terminal, language, `--seed ${seed}`)
    if (!isDay) return misused(terminal, language, `--date ${date}`)
    if (subject !== null && (subject.trim() === '' || subject.length > 200)) {
      return misused(terminal, language, '--subject')
    }
    return demo(terminal, { out, subject, seed: Number(seed), date }, manner)
  }
  if (command === 'score') {
    const { rubric, commands, subject = null } = values
    if (file !== undefined) return misused(terminal, language, file)
    if (rubric === undefined || commands === undefined)
      return misused(terminal, language, 'score --rubric --commands')
    return score(terminal, { rubric, commands, subject }, manner)
  }
  if (command.startsWith('backup ')) {
    const { out, encrypt = false, 'dry-run': isDry = false } = values
    const data = values.data ?? process.env.SCOREBENCH_DATA
    const passphraseFile = values['passphrase-file'] ?? null
    if (command === 'backup create') {
      if (out === undefined || file !== undefined || data === undefined)
        return misused(terminal, language, 'backup create --data --out')
      return createBackup(terminal, out, { data, passphraseFile, isAsked: encrypt }, manner)
    }
    if (file === undefined) return misused(terminal, language, command)
    if (command === 'backup verify') return verifyBackup(terminal, file, passphraseFile, manner)
    if (data === undefined) return misused(terminal, language, 'backup restore --data')
    return restoreBackup(terminal, file, { data, passphraseFile, isDry }, manner)
  }
  if (file === undefined) return misused(terminal, language, command)
  if (command === 'vectors') return vectors(terminal, file, manner)
  return command === 'verify'
    ? verify(terminal, file, values.roster ?? null, manner)
    : replay(terminal, file, manner)
}

function parse(args: readonly string[]): ReturnType<typeof parseAll> | string {
  try {
    return parseAll(args)
  } catch (error) {
    if (error instanceof TypeError) return error.message
    throw error
  }
}

function parseAll(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true })
}

function misused(terminal: Terminal, language: 'zh' | 'en', detail: string): number {
  const { usage, help } = WORDS[language]
  terminal.err(`${usage}: ${shown(detail)}\n\n${help}`)
  return EXIT.usage
}
