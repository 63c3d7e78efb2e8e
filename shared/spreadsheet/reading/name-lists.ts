import { fold, trimmed } from './cell-text'
import { isMethodLike } from './column-profile'

/** 牵头单位：, 配合：: who leads is said by the order. */
const LABEL =
  /(?:^|(?<=[\s;；。,，、\n]))\(?(?:牵头|配合|责任|主管|主责|协办|协同|主办|参与|实施|协助|承办)(?:单位|部门|科室)?\)?\s*[:：]/g
const NUMBERED = /(?:^|(?<=[\s;；,，、。\n]))(?:[(（]?\d{1,2}[)）.．、]|[①-⑳])\s*(?!\d)/g
const SEPARATOR = /[、，,;；/／\n\r\s\u3000+＋|｜]+/

/** Several names in one cell: '牵头：市城管局；配合：各街道' → two; nothing inside brackets is taken apart. */
export function splitNames(text: string): readonly string[] {
  const labelled = /[:：)）]/.test(text) ? text.replace(LABEL, '\n') : text
  const bare = /[\d①-⑳]/.test(text) ? labelled.replace(NUMBERED, '\n') : labelled
  const names: string[] = []
  let name = ''
  let depth = 0
  const close = () => {
    const whole = trimmed(name).replace(/[。.]$/, '')
    if (whole !== '' && !names.includes(whole) && !/^(?:[-—/]+|无)$/.test(whole)) names.push(whole)
    name = ''
  }
  for (const char of bare) {
    if (char === '(' || char === '（') depth += 1
    if (char === ')' || char === '）') depth = Math.max(0, depth - 1)
    if (depth === 0 && SEPARATOR.test(char)) close()
    else name += char
  }
  close()
  return names
}

const IN_BRACKETS = /[([]([^()[\]]{2,24})[)\]]\s*[。.;]?\s*$/
const AFTER_LABEL = /(?:检查|考核|评价|考评|核查)(?:方式|方法|形式)\s*[:：]\s*([^。；;：:]{2,24})[。；;]?\s*$/

/** A check method that stands at the end of another text: '……（现场查看）'. */
export function methodsAtEnd(text: string): readonly string[] {
  const plain = fold(text.slice(-48))
  const found = IN_BRACKETS.exec(plain) ?? AFTER_LABEL.exec(plain)
  const inside = found?.[1]
  if (found === null || inside === undefined) return []
  const shift = Math.max(0, text.length - 48)
  const at = shift + found.index + found[0].indexOf(inside)
  const printed = text
    .slice(at, at + inside.length)
    .replace(/^(?:检查|考核|评价)?(?:方式|方法)\s*[:：]\s*/, '')
  const names = splitNames(printed)
  return names.length > 0 && names.every(isMethodLike) ? names : []
}
