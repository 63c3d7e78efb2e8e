/** What the standard says that the sheet does not say in so many words, for a person to know of. */
export interface Assumption {
  readonly what: /** The sheet has no title: the first words of the content stand for it. */
    | 'title-from-content'
    /** Longer than a standard's texts may be: the rest was left out. */
    | 'text-cut'
    /** More points than a standard may have, or fewer than none: there are none. */
    | 'points-out-of-range'
    /** Nothing names a category. */
    | 'category-made'
  /** The item's `seq`; null where it is about the whole. */
  readonly item: number | null
  readonly detail: string
}
