/** A name that came from outside leads nowhere. */
export function safeName(name: string): string {
  return name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '').replace(/^\.+/, '') || 'evidence'
}
