/** A name for a file to be saved, which may be Chinese; what some file system does not take is left out. */
export function fileName(parts: readonly string[], extension: string): string {
  const name = parts.filter((part) => part !== '').join('-')
  return `${name
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, '')
    .replace(/^\.+/, '')
    .slice(0, 100)}.${extension}`
}
