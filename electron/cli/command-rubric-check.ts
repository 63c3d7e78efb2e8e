import { readWorkbook, type SheetChoice, type WorkbookRead } from './read-workbook'
import { readingAsText } from './reading-as-text'
import { READING_WORDS } from './reading-words'
import { EXIT, type Manner, shown, type Terminal, writeJson } from './terminal'
import { WORDS } from './words'

/** `rubric check`: what a careful person finds in a workbook, with what is wrong there. */
export async function checkWorkbook(
  terminal: Terminal,
  file: string,
  choice: SheetChoice,
  manner: Manner,
): Promise<number> {
  const read = await readWorkbook(file, choice)
  if (!read.ok) return notRead(terminal, file, choice, read, manner)
  if (manner.isJson) writeJson(terminal, read.reading)
  else terminal.out(`${readingAsText(read.reading, manner.language).map(shown).join('\n')}\n`)
  return read.reading.counts.problems > 0 ? EXIT.problems : EXIT.ok
}

/** One sentence: which file, and why. */
export function notRead(
  terminal: Terminal,
  file: string,
  { sheet, columns }: SheetChoice,
  refusal: Extract<WorkbookRead, { ok: false }>,
  { language }: Manner,
): number {
  const words = READING_WORDS[language]
  if ('misused' in refusal) {
    const sentence =
      refusal.misused === 'sheet' ? words.noSheet(sheet ?? '') : words.badColumns(columns ?? '')
    terminal.err(`${shown(`${WORDS[language].usage}: ${sentence}`)}\n`)
    return EXIT.usage
  }
  const { code, detail } = refusal
  const what = [words.refusals[code], code, detail].filter((part) => part !== '').join(': ')
  terminal.err(`${WORDS[language].verdicts.unreadable}: ${shown(`${file}: ${what}`)}\n`)
  return EXIT.unreadable
}
