import { FOLDS, type Fold, TOKEN_KINDS } from './folds'
import { type ShapeSearch, shapeSearch } from './shape-search'
import { type Token, tokenOf } from './tokens'

/** No row of tokens that means one thing is longer. */
const LONGEST = 24

/** Tokens with the kind of each. */
interface Row {
  readonly tokens: readonly Token[]
  readonly kinds: readonly number[]
}

const PASSES = FOLDS.map((folds) => shapeSearch(folds))

/** `tokens` with every row that means one thing made one token. */
export function folded(tokens: readonly Token[]): readonly Token[] {
  const row: Row = { tokens, kinds: tokens.map(TOKEN_KINDS.of) }
  return PASSES.reduce(foldedOnce, row).tokens
}

function foldedOnce(row: Row, search: ShapeSearch<Fold>): Row {
  let tokens: Token[] | null = null
  let kinds: number[] = []
  const { length } = row.tokens
  let at = 0
  while (at < length) {
    const folds = search(row.kinds, at, Math.min(length, at + LONGEST))
    const done = tokens ?? row.tokens
    const made = folds.length > 0 ? foldAt(row, at, folds, done, tokens?.length ?? at) : null
    if (made !== null) {
      if (tokens === null) {
        tokens = row.tokens.slice(0, at)
        kinds = row.kinds.slice(0, at)
      }
      tokens.push(made.token)
      kinds.push(TOKEN_KINDS.of(made.token))
      at = made.to
    } else {
      if (tokens !== null) {
        tokens.push(row.tokens[at] as Token)
        kinds.push(row.kinds[at] as number)
      }
      at += 1
    }
  }
  return tokens === null ? row : { tokens, kinds }
}

/** `done` are the tokens before those at `at`, as far as `doneTo`. */
function foldAt(
  { tokens, kinds }: Row,
  at: number,
  folds: readonly Fold[],
  done: readonly Token[],
  doneTo: number,
): { readonly token: Token; readonly to: number } | null {
  const end = Math.min(tokens.length, at + LONGEST)
  for (const { is, shape, make } of folds) {
    const match = shape.match(tokens, kinds, at, end)
    if (match === null || match.to === at) continue
    const more = make(match.slots, {
      before: done[doneTo - 1],
      beforeThat: done[doneTo - 2],
      after: tokens[match.to],
    })
    if (more === null) continue
    let text = ''
    for (let i = at; i < match.to; i += 1) text += (tokens[i] as Token).text
    const [first, last] = [tokens[at] as Token, tokens[match.to - 1] as Token]
    return { token: tokenOf(is, first.from, last.to, text, more), to: match.to }
  }
  return null
}
