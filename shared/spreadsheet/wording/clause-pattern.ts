import type { Around, Reading } from './draft'
import { isRange } from './draft'
import { type Classes, kindsOf } from './kinds'
import { rankIn } from './labels'
import type { ReadForm } from './read-clause'
import type { Said } from './said'
import { type Shape, shape } from './shape'
import { isMeasuredUnit, isShareUnit, isTimeUnit } from './units'

/** One way to read statements in a row: what they are, and what the clause then says. */
export interface ClausePattern {
  readonly name: string
  readonly shape: Shape<Said>
  readonly read: (saids: readonly Said[], around: Around) => Reading | null
  /** Wordings that it reads, with what it makes of them; each is a test. */
  readonly examples: readonly Example[]
}

export interface Example {
  readonly rule: string
  readonly content?: string
  readonly points?: number
  readonly kind?: 'normal' | 'bonus' | 'penalty' | 'veto'
  readonly form: Readonly<Record<string, unknown>> & { readonly form: ReadForm['form'] }
}

/** Whether what is counted is measured against a standard: a share, or an amount that falls short or goes over. */
export function isMeasured(said: Said): boolean {
  const { step } = said
  if (!step || step.unit === null) return false
  if (isShareUnit(step.unit)) return true
  if (step.mode === 'count') return false
  if (isMeasuredUnit(step.unit) || step.unit === '分') return true
  return isTimeUnit(step.unit) && step.mode === 'over'
}

/** The classes that shapes of statements are written in. */
const ALSO: Classes<Said>['also'] = {
  // A case that keeps its points: 得满分, 不扣分.
  kept: (said) => said.is === 'all' || said.is === 'free',
  share: (said) => said.is === 'share' || said.is === 'product',
  // 每5处扣0.1分.
  step: (said) => said.is === 'cost' && said.step !== null,
  'win-step': (said) => said.is === 'win' && said.step !== null,
  // 每低1个百分点扣0.5分.
  measured: (said) => said.is === 'cost' && isMeasured(said),
  // 扣1分, 不得分, 得2分 without a step.
  once: (said) => said.is === 'cost' && said.step === null,
  // 低于80%的扣1分, 90%以上得2分, 5%以下不扣分.
  band: (said) =>
    said.band?.isNear === true &&
    said.step === null &&
    ['cost', 'win', 'nought', 'all', 'free'].includes(said.is) &&
    !isRange(said),
  // 12小时内处理完毕的得1分.
  bounded: (said) =>
    said.band !== null &&
    !said.band.isExact &&
    said.step === null &&
    ['cost', 'win', 'nought', 'all', 'free'].includes(said.is) &&
    !isRange(said),
  // 3平方米以上每处扣0.5分.
  'band-step': (said) => said.is === 'cost' && said.step !== null && said.band?.isClose === true,
  'counted-case': (said) =>
    (said.is === 'cost' || said.is === 'nought') &&
    said.step === null &&
    said.band !== null &&
    !isRange(said),
  'bound-step': (said) =>
    said.is === 'cost' && said.step !== null && said.band !== null && !said.band.isExact,
  'bound-free': (said) => said.is === 'free' && said.band?.isNear === true && !said.band.isExact,
  ranked: (said) =>
    ['cost', 'win', 'nought', 'all', 'free', 'bonus'].includes(said.is) &&
    !isRange(said) &&
    said.free === 0 &&
    !said.step?.isEach &&
    rankIn(said.lead) !== null,
  'judged-range': (said) => (said.is === 'cost' || said.is === 'win') && said.step === null && isRange(said),
  'else-nought': (said) => said.is === 'nought' && said.isElse,
  'named-win': (said) => said.is === 'win' && said.step === null,
  else: (said) => said.isElse && said.effect !== null,
  head: (said) => (said.is === 'win' && said.step === null) || said.is === 'all' || said.is === 'free',
  any: () => true,
  // 省辖市以90%为基准 …: said of one kind of subject.
  'of-subject': (said) => /省辖市|设区的?市|地级市|扩权县|直管县|县级市|市辖区/.test(said.lead),
  // 由高到低排名，前3名 ….
  ordered: (said) => /[由从].到.(?:进行|的顺序)?排/.test(said.lead),
  // 抽查公厕不少于10座，….
  sampled: (said) => /抽/.test(said.lead) && said.statement.lead.some((token) => token.band !== undefined),
  // 主干道不超过2处，次干道不超过4处，每超1处扣0.2分.
  zoned: (said) =>
    said.is === 'cost' &&
    said.step !== null &&
    said.statement.lead.filter((token) => token.is === 'bound').length > 1,
  // 重复发现的加倍扣分.
  doubled: (said) =>
    (said.is === 'plain' || said.is === 'cap') && /[加翻双0-9一二两三四]倍|翻番/.test(said.lead),
  // 本项分值扣完的，追加扣2分.
  spent: (said) =>
    said.is === 'emptied' || said.is === 'until' || said.is === 'nought'
      ? /扣[完满]/.test(said.effect?.text ?? '')
      : /倒扣|不足扣|超扣/.test(said.lead),
}

export const SAID_KINDS = kindsOf<Said>({ is: (said) => said.is, also: ALSO })

export function pattern(
  name: string,
  text: string,
  read: ClausePattern['read'],
  examples: readonly Example[],
): ClausePattern {
  return { name, shape: shape(text, SAID_KINDS), read, examples }
}
