import { describe, expect, it } from 'vitest'
import { blanksIn, proveDraft } from '../../../../../shared/domain/rubric/edit/blanks'
import type { Group, Item, Rubric } from '../../../../../shared/domain/rubric/rubric'
import { categoryOf, itemOf, rubricOf } from '../../scoring/small-standard'

const whole = itemOf('a', 10_000, [{ form: 'all-or-nothing', deduct: 'all' }], {
  rule: '每发现一处扣分',
  units: { lead: ['城管局'], support: [] },
})
const standard = (item: Item, more: Partial<Rubric> = {}) => rubricOf([categoryOf('k', 10_000, [item])], more)
const found = (rubric: Rubric) => blanksIn(rubric).map(({ code, place, detail }) => [code, place, detail])

describe('what a draft may leave empty, and a standard in use may not', () => {
  it.each<[what: string, rubric: Rubric, blanks: readonly unknown[]]>([
    ['nothing is empty', standard(whole), []],
    [
      'content, source and notice may be',
      standard({ ...whole, content: '' }, { source: '', notice: ' ' }),
      [],
    ],
    ['a title', standard(whole, { title: ' ' }), [['text-empty', '', 'title']]],
    [
      'a grade',
      standard(whole, { grades: [{ name: '', from: 0 as never }] }),
      [['text-empty', '', 'grades.0.name']],
    ],
    ['a rule', standard({ ...whole, rule: '' }), [['text-empty', 'a', 'rule']]],
    [
      'a unit that answers',
      standard({ ...whole, units: { lead: [''], support: [] } }),
      [['text-empty', 'a', 'units.lead.0']],
    ],
    ['what the proof says anyway', standard({ ...whole, title: '', code: '' }), []],
    [
      'the words of a clause',
      standard({ ...whole, clauses: whole.clauses.map((clause) => ({ ...clause, text: '' })) }),
      [['text-empty', 'a/a', 'text']],
    ],
    [
      'a measure without a unit is none, without a name it is',
      standard({
        ...whole,
        clauses: [
          {
            id: 'm',
            text: '每低1个百分点扣1分',
            form: 'proportional',
            measure: { label: '', unit: '' },
            base: 1_000 as never,
            fullAt: 1_000 as never,
          },
        ],
      }),
      [['text-empty', 'a/m', 'measure.label']],
    ],
    [
      'so it is in a rule for some subjects, and the unit of a count is asked for',
      standard({
        ...whole,
        clauses: [
          {
            id: 's',
            text: '按对象',
            form: 'by-subject',
            cases: [
              {
                kinds: ['县'],
                rule: { form: 'bonus', unit: '', pointsPerUnit: 100 as never, cap: 100 as never },
              },
            ],
            otherwise: {
              form: 'proportional',
              measure: { label: '率', unit: '' },
              base: 1_000 as never,
              fullAt: 1_000 as never,
            },
          },
        ],
      }),
      [['text-empty', 'a/s', 'cases.0.rule.unit']],
    ],
  ])('%s', (_what, rubric, blanks) => expect(found(rubric)).toEqual(blanks))
})

describe('everything that stands between a draft and its use', () => {
  it('is what the proof finds and what is empty, nothing twice', () => {
    const draft = standard({ ...whole, title: ' ', rule: '' })
    const codes = proveDraft(draft).map(({ code, place, detail }) => `${code} ${place} ${detail}`)
    expect(codes).toContain('text-empty a rule')
    expect(codes.filter((one) => one === 'text-empty a title')).toHaveLength(1)
  })

  it('ends where the tree does not', () => {
    const children: (Group | Item)[] = [whole]
    const loop: Group = { id: 'g', code: 'g', title: '环', points: whole.points, children }
    children.push(loop)
    expect(proveDraft(rubricOf([categoryOf('k', 10_000, [loop])])).map(({ code }) => code)).toContain(
      'tree-cycle',
    )
  })
})
