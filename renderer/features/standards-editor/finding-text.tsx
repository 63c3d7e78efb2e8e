import { CloseCircleFilled, WarningFilled } from '@ant-design/icons'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { isBranch } from '../../../shared/domain/rubric/edit/tree'
import type { Rubric } from '../../../shared/domain/rubric/rubric'
import type { Finding } from './proof-view'
import { figuresOf } from './repairs'

export interface FindingTextProps {
  readonly finding: Finding
  readonly rubric: Rubric
  /** Whether the place is said before the sentence. */
  readonly isPlaced?: boolean
}

/** What was found, in a sentence, with its sign and its place. */
export function FindingText({ finding, rubric, isPlaced = false }: FindingTextProps) {
  const { t } = useTranslation()
  const { diagnostic, level, node, clause } = finding
  const no = node === null || isBranch(node) ? -1 : node.clauses.findIndex(({ id }) => id === clause)
  const clausePlace = no < 0 ? '' : t('editor.clauseNo', { no: no + 1 })
  const place = node === null ? t('editor.head') : [node.code, node.title].filter(Boolean).join(' ')
  const { code } = diagnostic
  const detail = inWords(diagnostic.detail, (word) => t(`editor.word.${word}`))
  const figures = figuresOf(finding, rubric)
  // Where the sum differs by kind of subject, the proof has said for which.
  const sentence = code === 'points-sum' && figures.sum === '' ? 'points-sum-for-kind' : code
  return (
    <span className={`editor-finding editor-finding--${level}`}>
      {level === 'error' ? (
        <CloseCircleFilled aria-label={t('editor.level.error')} />
      ) : (
        <WarningFilled aria-label={t('editor.level.warning')} />
      )}
      <span>
        {isPlaced && <strong className="editor-finding__place">{place}</strong>}
        {isPlaced && clausePlace !== '' && <span className="editor-finding__clause">{clausePlace}</span>}
        {code === 'text-empty'
          ? t('diagnostic.text-empty', { detail: blankText(diagnostic.detail, t) })
          : t(`diagnostic.${sentence}`, { detail, ...figures })}
      </span>
    </span>
  )
}

/** Names that a proof gives in its details; ids and what is printed stay as they are. */
const WORDS = [
  'declared',
  'printed',
  'none',
  'points',
  'cap',
  'shared',
  'every',
  'free',
  'value',
  'values',
  'factor',
  'factors',
  'from',
  'band',
  'threshold',
  'thresholds',
  'tier',
  'tiers',
  'step',
  'steps',
  'samples',
  'zero',
  'full',
  'deduct',
  'gain',
  'item',
  'group',
  'category',
  'total',
  'bands',
  'parts',
  'zones',
  'finders',
  'repeats',
  'cases',
  'children',
  'below',
  'above',
  'exact',
  'whole-steps',
  'started-steps',
  'nothing',
  'of',
] as const

const WORD = new RegExp(`(?<![\\w.-])(${WORDS.join('|')})(?![\\w-])`, 'g')

function inWords(detail: string, say: (word: (typeof WORDS)[number]) => string): string {
  const plain = detail.replace('clauses can take ', '').replace(/^[，。；、\s]+/, '')
  return plain.replace(WORD, (word) => say(word as (typeof WORDS)[number]))
}

const BLANKS = ['title', 'code', 'rule', 'text', 'unit', 'label', 'name', 'version'] as const

/** Which text is empty: in a list with its line. */
function blankText(path: string, t: TFunction): string {
  const what = t(`editor.blank.${blankName(path)}`)
  const line = path
    .split('.')
    .filter((part) => /^\d+$/.test(part))
    .at(-1)
  return line === undefined ? what : t('editor.blankAt', { no: Number(line) + 1, what })
}

/** Which text is empty, by the last part of its path. */
function blankName(path: string): (typeof BLANKS)[number] | 'other' {
  const last = path
    .split('.')
    .filter((part) => !/^\d+$/.test(part))
    .at(-1)
  return BLANKS.find((name) => name === last) ?? 'other'
}
