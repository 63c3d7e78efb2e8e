/** Most printed sheets have no titles: the first words of what is asked for, up to a stop, name the item until a person does. */
export function titleFrom(content: string): string {
  const first = content.trim().split(/[，。；：、,;:\n]/)[0] ?? ''
  return [...first.trim()].slice(0, 20).join('')
}
