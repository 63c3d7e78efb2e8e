// npm run rubric:prove            the whole built-in standard: shapes, sums, identities, text and clauses agree
// npm run rubric:prove -- --out DIR    and lays it there, proved, with what is said of it
// npm run -s rubric:prove -- FILE single category files, while the others are still being written
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { importTypeScript, ROOT } from './import-typescript.mjs'

const { builtin, proof, agreement, guarantee, facts, tree, assemble, shipped, canonical } =
  await importTypeScript({
    builtin: 'electron/custody/builtin-rubric.ts',
    proof: 'shared/domain/rubric/proof.ts',
    agreement: 'shared/domain/rubric/agreement.ts',
    guarantee: 'shared/domain/rubric/guarantee-agreement.ts',
    facts: 'shared/domain/rubric/demonstration-facts.ts',
    tree: 'shared/domain/rubric/rubric.ts',
    assemble: 'shared/domain/rubric/assemble.ts',
    shipped: 'electron/custody/shipped-rubric.ts',
    canonical: 'shared/domain/canonical-json.ts',
  })
const folder = join(ROOT, 'resources', 'rubrics', 'demonstration')
const { values, positionals } = parseArgs({ options: { out: { type: 'string' } }, allowPositionals: true })
const named = positionals.map((path) => resolve(path))
const isWhole = named.length === 0
const files = isWhole ? builtin.categoryFiles(folder) : named
const head = builtin.readHeadFile(folder)
const grades = head.grades.map(({ name }) => name)

const categories = []
const found = []
for (const file of files) {
  try {
    categories.push(builtin.readCategoryFile(file))
  } catch (error) {
    found.push({ level: 'error', code: 'unreadable', place: file, detail: error.message })
  }
}
if (isWhole) {
  const rubric = assemble.assembleRubric(head, categories)
  found.push(...proof.proveRubric(rubric), ...facts.proveDemonstration(rubric))
  found.push(...guarantee.guaranteeAgreement(rubric))
} else {
  for (const category of categories) found.push(...proof.proveCategory(category, grades, head.subjectKinds))
}
let items = 0
for (const category of categories) {
  const own = tree.itemsOf(category)
  items += own.length
  for (const item of own) found.push(...agreement.agreement(item))
  console.log(`${category.code} ${category.title}: ${own.length} items, weight ${category.weight / 100} %`)
}
for (const { level, code, place, detail } of found) console.log(`${level} ${place} ${code}: ${detail}`)
const errors = found.filter(({ level }) => level === 'error').length
console.log(
  `${categories.length} categories, ${items} items, ${errors} errors, ${found.length - errors} warnings`,
)
process.exitCode = errors === 0 ? 0 : 1
if (errors === 0 && isWhole && values.out !== undefined) {
  const rubric = assemble.assembleRubric(head, categories)
  const { summary } = shipped.shippedRubric(rubric)
  mkdirSync(values.out, { recursive: true })
  writeFileSync(join(values.out, `${summary.digest}.json`), canonical.canonicalJson(rubric))
  writeFileSync(join(values.out, shipped.STANDARDS_FILE), JSON.stringify([summary]))
}
