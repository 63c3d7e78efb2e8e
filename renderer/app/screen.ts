/** Where a person is. Kept in sessionStorage, so that a reload comes back to it; a new start begins at home. */
export type Screen =
  | { readonly name: 'home' }
  /** `draftId` is the draft to be chosen as the standard. */
  | { readonly name: 'new-round'; readonly draftId?: string }
  | { readonly name: 'scoring'; readonly sheetId: string }
  | { readonly name: 'seal'; readonly sheetId: string }
  | { readonly name: 'standards'; readonly digest?: string }
  | { readonly name: 'standards-editor'; readonly draftId: string }
  /** A workbook on its way to a standard. */
  | { readonly name: 'standard-import' }
  | {
      readonly name: 'versions'
      readonly before?: string | undefined
      readonly after?: string | undefined
      readonly sheetId?: string | undefined
    }
  | { readonly name: 'verify'; readonly path?: string }
  | { readonly name: 'trust' }
  /** `part` is what the person came for. */
  | { readonly name: 'settings'; readonly part?: 'restore' }

const KEY = 'scorebench.screen'
const PLAIN = ['home', 'new-round', 'standard-import', 'trust', 'settings'] as const

export function keepScreen(screen: Screen): void {
  sessionStorage.setItem(KEY, JSON.stringify(screen))
}

/** The screen that was open before a reload; home where there is none, or what is kept makes no sense. */
export function keptScreen(): Screen {
  const kept = sessionStorage.getItem(KEY)
  if (kept === null) return { name: 'home' }
  try {
    return readScreen(JSON.parse(kept)) ?? { name: 'home' }
  } catch (error) {
    if (error instanceof SyntaxError) return { name: 'home' }
    throw error
  }
}

function readScreen(value: unknown): Screen | null {
  if (typeof value !== 'object' || value === null || !('name' in value)) return null
  const { name } = value
  const text = (key: 'sheetId' | 'digest' | 'draftId' | 'before' | 'after' | 'path') => {
    const found: unknown = (value as Partial<Record<typeof key, unknown>>)[key]
    return typeof found === 'string' && found !== '' ? found : undefined
  }
  const plain = PLAIN.find((known) => known === name)
  if (plain !== undefined) return { name: plain }
  const sheetId = text('sheetId')
  if ((name === 'scoring' || name === 'seal') && sheetId !== undefined) return { name, sheetId }
  const draftId = text('draftId')
  if (name === 'standards-editor' && draftId !== undefined) return { name, draftId }
  const digest = text('digest')
  if (name === 'standards') return digest === undefined ? { name } : { name, digest }
  if (name === 'versions') return { name, before: text('before'), after: text('after'), sheetId }
  const path = text('path')
  if (name === 'verify') return path === undefined ? { name } : { name, path }
  return null
}
