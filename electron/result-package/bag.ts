import type { SheetResult } from '../../shared/domain/sheet/result'

/** BagIt 1.0 (RFC 8493): the tag files of a package, as text. */
export const BAG_DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'
export const DECLARATION_FILE = 'bagit.txt'
export const INFO_FILE = 'bag-info.txt'
export const MANIFEST_FILE = 'manifest-sha256.txt'
export const TAG_MANIFEST_FILE = 'tagmanifest-sha256.txt'
/** The tag manifest names exactly these. */
export const TAGGED_FILES = [INFO_FILE, DECLARATION_FILE, MANIFEST_FILE] as const

export const RESULT_FILE = 'data/result.json'
export const RUBRIC_FILE = 'data/rubric.json'
export const JOURNAL_FILE = 'data/journal.jsonl'
export const WORKBOOK_FILE = 'data/results.xlsx'
export const REPORT_FILE = 'data/report.pdf'
export const EVIDENCE_FOLDER = 'data/evidence/'
export const SIGNATURE_FOLDER = 'signatures/'

export const NO_REPORT = 'none (made without a window)'

/** The package's top folder and file name: ASCII, the same for the same sheet. */
export function packageName(result: SheetResult): string {
  return `scorebench-${result.sheet.sheetId.slice(0, 8)}-${result.sheet.correction?.no ?? 0}`
}

/** bag-info.txt. `octets` and `files` count the payload. */
export function bagInfo(result: SheetResult, octets: number, files: number, hasReport: boolean): string {
  return [
    'Source-Organization: Scorebench',
    `External-Identifier: ${result.sheet.sheetId}`,
    `Bagging-Date: ${result.sealed.at.slice(0, 10)}`,
    `Payload-Oxum: ${octets}.${files}`,
    'Bag-Software-Agent: Scorebench',
    `Report: ${hasReport ? REPORT_FILE : NO_REPORT}`,
    '',
  ].join('\n')
}

/** Path → SHA-256, as `sha256sum -c` reads it; in order of the paths. */
export function manifestText(digests: ReadonlyMap<string, string>): string {
  const paths = [...digests.keys()].sort()
  return paths.map((path) => `${digests.get(path)}  ${path}\n`).join('')
}

const MANIFEST_LINE = /^([0-9a-f]{64}) {2}([\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?)$/

/** A manifest's paths and digests; null when it is not exactly as `manifestText` writes it. */
export function parseManifest(text: string): ReadonlyMap<string, string> | null {
  const digests = new Map<string, string>()
  for (const line of text.split('\n').slice(0, -1)) {
    const [, digest, path] = MANIFEST_LINE.exec(line) ?? []
    if (digest === undefined || path === undefined || digests.has(path)) return null
    digests.set(path, digest)
  }
  return manifestText(digests) === text ? digests : null
}
