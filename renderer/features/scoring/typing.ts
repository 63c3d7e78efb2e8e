/** What was typed on the keyboard for a clause's field; counts up with each new key. */
export interface Typing {
  /** 'item/clause'. */
  readonly where: string
  /** Null leaves what the field holds, and selects it. */
  readonly text: string | null
  /** Which field, where a clause has several. */
  readonly pick?: string | undefined
  readonly count: number
}

export const NO_TYPING: Typing = { where: '', text: '', count: 0 }
