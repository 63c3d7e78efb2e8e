const LEADS = /牵头|主责|主办|主要责任/
const SUPPORTS = /配合|协助|协办|支持/
const MARK =
  /[（(【[]?(?:牵头单位|配合单位|责任单位|主责单位|协办单位|牵头|配合|主责|主办|协助|协办)[)）】\]]?[：:]?/g

/**
 * Who answers: those that are printed answer alike, unless words tell who leads and who supports. Names come without
 * those words.
 */
export function unitsOf(printed: readonly string[]): {
  readonly lead: readonly string[]
  readonly support: readonly string[]
} {
  const isLed = printed.some((name) => LEADS.test(name))
  const lead: string[] = []
  const support: string[] = []
  for (const name of printed) {
    const bare = name.replace(MARK, '').trim().slice(0, 200) || name.trim().slice(0, 200)
    const isSupport = SUPPORTS.test(name) || (isLed && !LEADS.test(name))
    const list = isSupport ? support : lead
    if (bare !== '' && !list.includes(bare)) list.push(bare)
  }
  return { lead: lead.slice(0, 50), support: support.slice(0, 50) }
}
