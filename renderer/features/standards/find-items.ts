import type { Item } from '../../../shared/domain/rubric/rubric'

/** Items whose number begins so, or whose wording, papers and units hold every one of the words. */
export function findItems(items: readonly Item[], sought: string): readonly Item[] {
  const words = plain(sought).split(/\s+/)
  return items.filter((item) => {
    if (words.length === 1 && item.code.startsWith(words[0] ?? '')) return true
    const text = textOf(item)
    return words.every((word) => text.includes(word))
  })
}

const texts = new WeakMap<Item, string>()

function textOf(item: Item): string {
  const known = texts.get(item)
  if (known !== undefined) return known
  const { title, content, rule, papers, units } = item
  const text = plain([title, content, rule, ...papers, ...units.lead, ...units.support].join('\n'))
  texts.set(item, text)
  return text
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
