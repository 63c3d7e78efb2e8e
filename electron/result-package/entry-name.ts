const LONGEST = 240
/** Names that Windows gives to devices, whatever follows the dot. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** Why a name may not stand in a package (as bytes read one to one); null when it may. */
export function nameFault(name: string): string | null {
  if (name === '' || name.length > LONGEST) return 'no name, or one too long'
  if (/[^\x20-\x7e]/.test(name)) return 'not printable ASCII'
  if (/[\\:*?"<>|]/.test(name)) return 'a character that is not allowed'
  if (name.startsWith('/')) return 'an absolute path'
  if (name.endsWith('/')) return 'a folder entry'
  for (const part of name.split('/')) {
    if (part === '..') return 'leads out of its folder'
    if (part === '' || part === '.' || /[ .]$/.test(part) || DEVICE.test(part)) return 'not a plain path'
  }
  return null
}
