/** What a schema yields, as the domain writes it: readonly all the way down. Brands stay as they are. */
export type Frozen<T> = T extends number | string | boolean | null | undefined
  ? T
  : { readonly [Key in keyof T]: Frozen<T[Key]> }

/** True where the two types are the same, optional members included; a mismatch is a compile-time error. */
export type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false

/** Compiles only where its argument is true. */
export type Holds<_Proof extends true> = true
