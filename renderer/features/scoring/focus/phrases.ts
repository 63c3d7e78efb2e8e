/** Between the phrases of a reason. */
const BETWEEN = '；'
/** Whether a reason says a phrase. */
export function hasPhrase(reason: string, phrase: string): boolean {
  return partsOf(reason).includes(phrase)
}

/** The reason with a phrase added, or taken away where it is there. */
export function withPhrase(reason: string, phrase: string): string {
  const parts = partsOf(reason)
  const rest = parts.filter((one) => one !== phrase)
  return (rest.length === parts.length ? [...parts, phrase] : rest).join(BETWEEN)
}

function partsOf(reason: string): string[] {
  return reason
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
