import type { Rubric } from '../../shared/domain/rubric/rubric'
import { type Difference, differenceOf, isNoDifference } from '../../shared/domain/versions/difference'
import { DIFFERENCE_WORDS, type DifferenceWords } from '../../shared/domain/versions/difference-words'
import type { FieldChange } from '../../shared/domain/versions/field'
import { CHANGE_KINDS, type ClauseChange, type NodeChange } from '../../shared/domain/versions/node-change'
import { type TextSpan, textSpans } from '../../shared/domain/versions/text-spans'
import { fieldTitle, writeValue } from '../../shared/domain/versions/write-field'
import type { CliDifference } from '../../shared/schema/difference-schema'
import { readBuiltinRubric } from '../custody/builtin-rubric'
import { rubricDigest } from '../custody/digest'
import { readRubricFile } from './command-rubric'
import { EXIT, type Manner, shown, type Terminal, writeJson } from './terminal'
import { WORDS } from './words'

/** `rubric diff`: what differs between two versions of a standard; null stands for the built-in one. */
export async function diffRubrics(
  terminal: Terminal,
  files: readonly [string | null, string],
  manner: Manner,
): Promise<number> {
  const read = await Promise.all(files.map((file) => readOne(terminal, file, manner)))
  const [before, after] = read
  if (before == null || after == null) return EXIT.unreadable
  const difference = differenceOf(before, after)
  if (manner.isJson) {
    const answer = { before: headOf(before), after: headOf(after), difference } satisfies CliDifference
    writeJson(terminal, answer)
  } else {
    const lines = asLines(before, after, difference, DIFFERENCE_WORDS[manner.language])
    terminal.out(`${lines.map(shown).join('\n')}\n`)
  }
  return EXIT.ok
}

async function readOne(terminal: Terminal, file: string | null, manner: Manner): Promise<Rubric | null> {
  const read = file === null ? readBuiltinRubric(terminal.resourcesFolder) : await readRubricFile(file)
  if (typeof read !== 'string') return read
  terminal.err(`${WORDS[manner.language].verdicts.unreadable}: ${shown(`${file}: ${read}`)}\n`)
  return null
}

function headOf(rubric: Rubric): CliDifference['before'] {
  const { id, version, title } = rubric
  return { id, version, title, digest: rubricDigest(rubric) }
}

function asLines(
  before: Rubric,
  after: Rubric,
  difference: Difference,
  words: DifferenceWords,
): readonly string[] {
  const names = [
    `− ${before.title} (${before.id} ${before.version})`,
    `+ ${after.title} (${after.id} ${after.version})`,
  ]
  if (isNoDifference(difference)) return [...names, words.none]
  const counts = CHANGE_KINDS.filter((kind) => difference.counts[kind] > 0).map(
    (kind) => `${words.kinds[kind]} ${difference.counts[kind]}`,
  )
  return [
    ...names,
    ...difference.head.flatMap((change) => fieldLines(change, words, '  ')),
    counts.join('  '),
    ...difference.changes.flatMap((change) => nodeLines(change, words)),
  ]
}

function nodeLines(change: NodeChange, words: DifferenceWords): readonly string[] {
  const { before, after, kinds, fields, clauses, level } = change
  const name = after ?? before
  const sign = before === null ? '+' : after === null ? '−' : '~'
  const tags = kinds.map((kind) => words.kinds[kind]).join(words.value.and)
  const isMoved = kinds.includes('moved') && before?.parent?.id !== after?.parent?.id
  const way = isMoved ? [`    ${placeOf(before)} → ${placeOf(after)}`] : []
  return [
    `${sign} ${name?.code}  ${name?.title}  [${words.levels[level]}: ${tags}]`,
    ...way,
    ...fields.flatMap((field) => fieldLines(field, words, '    ')),
    ...clauses.flatMap((clause) => clauseLines(clause, words)),
  ]
}

function placeOf(standing: NodeChange['before']): string {
  return standing?.parent == null ? '' : `${standing.parent.code} ${standing.parent.title}`
}

function clauseLines(clause: ClauseChange, words: DifferenceWords): readonly string[] {
  return [
    `    ${words.clause[clause.change]}: ${clause.after ?? clause.before ?? ''}`,
    ...clause.fields
      .filter(({ name }) => clause.change === 'changed' || name !== 'text')
      .flatMap((field) => fieldLines(field, words, '      ')),
  ]
}

/** One line a field: figures as 'a → b', wording with what is gone in [-…-] and what is new in {+…+}. */
function fieldLines(change: FieldChange, words: DifferenceWords, indent: string): readonly string[] {
  const { before, after } = change
  const title = fieldTitle(change, words)
  if (before?.value.kind === 'text' && after?.value.kind === 'text') {
    const spans = textSpans(before.value.text, after.value.text)
    if (spans.some(({ kind }) => kind === 'same')) return [`${indent}${title}: ${markedUp(spans)}`]
  }
  const write = (one: typeof before) => (one === null ? '—' : writeValue(one.value, words))
  if (before === null) return [`${indent}${title}: + ${write(after)}`]
  if (after === null) return [`${indent}${title}: − ${write(before)}`]
  return [`${indent}${title}: ${write(before)} → ${write(after)}`]
}

function markedUp(spans: readonly TextSpan[]): string {
  return spans
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'gone' ? `[-${text}-]` : `{+${text}+}`))
    .join('')
}
