import type { PlannedPlace } from './place'

/** 自评 / 互查 / 模拟 / 正式 / 复查. */
export const ROUND_KINDS = ['self', 'peer', 'mock', 'formal', 'recheck'] as const
export type RoundKind = (typeof ROUND_KINDS)[number]

/** A city, county or unit (考核对象); ranked only inside its league (省辖市 / 扩权县 / 省直管县 …). */
export interface Subject {
  readonly id: string
  readonly name: string
  readonly league: string
  /** What else it is, where a standard asks (街道, 部门 …): rules may differ by league or kind. */
  readonly kinds?: readonly string[]
}

/** 检查员 / 组长 / 领导小组办公室. */
export const ROLES = ['inspector', 'team-leader', 'office'] as const
export type Role = (typeof ROLES)[number]

export interface TeamMember {
  readonly name: string
  readonly unit: string
  readonly role: Role
}

/** A campaign (考核轮次). Its rubric is frozen: named by digest (SHA-256, hex, of the canonical JSON). */
export interface Round {
  readonly id: string
  readonly kind: RoundKind
  readonly title: string
  /** Local calendar day, YYYY-MM-DD. */
  readonly date: string
  readonly rubricId: string
  readonly rubricVersion: string
  readonly rubricTitle: string
  readonly rubricDigest: string
  readonly subjects: readonly Subject[]
  readonly team: readonly TeamMember[]
  /** Where to look (点位清单). */
  readonly places?: readonly PlannedPlace[]
  readonly createdAt: string
}
