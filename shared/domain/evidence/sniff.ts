/** Bytes that are enough for `sniffMedia`. */
export const SNIFFED = 64

const SIGNATURES: readonly (readonly [media: string, at: number, text: string])[] = [
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/gif', 0, 'GIF87a'],
  ['image/gif', 0, 'GIF89a'],
  ['image/bmp', 0, 'BM'],
  ['image/tiff', 0, 'II*\0'],
  ['image/tiff', 0, 'MM\0*'],
  ['application/pdf', 0, '%PDF-'],
  ['application/zip', 0, 'PK\x03\x04'],
  ['audio/mpeg', 0, 'ID3'],
  ['audio/mpeg', 0, '\xff\xfb'],
  ['audio/ogg', 0, 'OggS'],
  ['audio/amr', 0, '#!AMR'],
  ['video/webm', 0, '\x1a\x45\xdf\xa3'],
]

/** Brands of ISO media files (HEIF, MP4 and kin), as they stand behind 'ftyp'. */
const BRANDS: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  avis: 'image/avif',
  heic: 'image/heic',
  heix: 'image/heic',
  heim: 'image/heic',
  heis: 'image/heic',
  hevc: 'image/heic',
  mif1: 'image/heic',
  msf1: 'image/heic',
  'qt  ': 'video/quicktime',
  'M4A ': 'audio/mp4',
}

/** What bytes are, by how they begin; 'application/octet-stream' for anything not known. Names are never asked. */
export function sniffMedia(bytes: Uint8Array): string {
  const start = latin1(bytes, 0, SNIFFED)
  if (start.startsWith('RIFF')) {
    const kind = start.slice(8, 12)
    if (kind === 'WEBP') return 'image/webp'
    if (kind === 'WAVE') return 'audio/wav'
    if (kind === 'AVI ') return 'video/x-msvideo'
  }
  if (start.slice(4, 8) === 'ftyp') return BRANDS[start.slice(8, 12)] ?? 'video/mp4'
  const known = SIGNATURES.find(([, at, text]) => start.startsWith(text, at))
  return known?.[0] ?? 'application/octet-stream'
}

/** Bytes one to one as characters. */
export function latin1(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)))
}
