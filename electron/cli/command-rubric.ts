import { readFile } from 'node:fs/promises'
import { formatMilli } from '../../shared/domain/points'
import { allItems, itemsOf, type Rubric } from '../../shared/domain/rubric/rubric'
import type { CliRubric } from '../../shared/schema/cli-schema'
import { readStrictly } from '../../shared/schema/read-strictly'
import { rubricSchema } from '../../shared/schema/rubric-schema'
import { readBuiltinRubric } from '../custody/builtin-rubric'
import { rubricDigest } from '../custody/digest'
import { diskFailure } from '../custody/disk-failure'
import { parseJson } from '../result-package/statement'
import { EXIT, type Manner, shown, type Terminal, writeJson } from './terminal'
import { WORDS } from './words'

/** `rubric show`: what a standard holds. */
export async function showRubric(terminal: Terminal, file: string | null, manner: Manner): Promise<number> {
  const words = WORDS[manner.language]
  const read = file === null ? readBuiltinRubric(terminal.resourcesFolder) : await readRubricFile(file)
  if (typeof read === 'string') {
    terminal.err(`${words.verdicts.unreadable}: ${shown(`${file}: ${read}`)}\n`)
    return EXIT.unreadable
  }
  const summary = summaryOf(read)
  if (manner.isJson) writeJson(terminal, summary)
  else {
    const lines = summary.categories.map(
      ({ code, title, weight, fullMarks, items }) =>
        `${code.padStart(3)}  ${title}  ${words.weight} ${weight}%  ${words.fullMarks} ${fullMarks}  ${items} ${words.items}`,
    )
    const head = [
      `${summary.title} (${summary.id} ${summary.version})`,
      summary.notice,
      `SHA-256 ${summary.digest}`,
    ]
    terminal.out(`${[...head, ...lines, `${words.items}: ${summary.items}`].map(shown).join('\n')}\n`)
  }
  return EXIT.ok
}

function summaryOf(rubric: Rubric): CliRubric {
  return {
    id: rubric.id,
    version: rubric.version,
    title: rubric.title,
    notice: rubric.notice,
    digest: rubricDigest(rubric),
    items: allItems(rubric).length,
    categories: rubric.categories.map((category) => ({
      code: category.code,
      title: category.title,
      weight: category.weight / 100,
      fullMarks: Number(formatMilli(category.points)),
      items: itemsOf(category).length,
    })),
  }
}

/** A standard from a JSON file; what is wrong with it as a text where it is none. */
export async function readRubricFile(path: string): Promise<Rubric | string> {
  try {
    const read = readStrictly(rubricSchema, parseJson(await readFile(path)))
    return read.ok ? read.value : `${read.code} ${read.path} ${read.detail}`
  } catch (error) {
    return diskFailure(error).detail ?? ''
  }
}
