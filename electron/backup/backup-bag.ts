import { sha256 } from '../custody/digest'
import {
  BAG_DECLARATION,
  DECLARATION_FILE,
  INFO_FILE,
  MANIFEST_FILE,
  manifestText,
  parseManifest,
  TAG_MANIFEST_FILE,
  TAGGED_FILES,
} from '../result-package/bag'

/** Where custody stands in a backup: unpacked, it can be put in the place of a data folder's own. */
export const CUSTODY_FOLDER = 'data/custody/'

const TOP = /^scorebench-backup-\d{8}T\d{6}Z$/
const INFO =
  /^Source-Organization: Scorebench\nExternal-Description: workspace backup\/1\nBagging-Date: \d{4}-\d\d-\d\d\nCreated-At: (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\nPayload-Oxum: (\d+)\.(\d+)\nBag-Software-Agent: Scorebench\n$/

/** The one top folder of a backup made at an instant (ISO 8601 UTC), and the start of its file's name. */
export function backupName(createdAt: string): string {
  return `scorebench-backup-${createdAt.replace(/\.\d+/, '').replace(/[-:]/g, '')}`
}

export function isBackupTop(name: string): boolean {
  return TOP.test(name)
}

export function backupInfo(createdAt: string, octets: number, files: number): string {
  return [
    'Source-Organization: Scorebench',
    'External-Description: workspace backup/1',
    `Bagging-Date: ${createdAt.slice(0, 10)}`,
    `Created-At: ${createdAt}`,
    `Payload-Oxum: ${octets}.${files}`,
    'Bag-Software-Agent: Scorebench',
    '',
  ].join('\n')
}

export interface BackupInfo {
  readonly createdAt: string
  readonly octets: number
  readonly files: number
}

/** bag-info.txt as `backupInfo` writes it; null for any other text. */
export function parseBackupInfo(text: string): BackupInfo | null {
  const [, createdAt, octets, files] = INFO.exec(text) ?? []
  if (createdAt === undefined) return null
  return { createdAt, octets: Number(octets), files: Number(files) }
}

/** The tag manifest over the three texts. */
export function tagManifest(info: string, manifest: string): string {
  const digests = new Map([
    [INFO_FILE, sha256(info)],
    [DECLARATION_FILE, sha256(BAG_DECLARATION)],
    [MANIFEST_FILE, sha256(manifest)],
  ])
  return manifestText(digests)
}

/** The tag files of a backup; what else stands beside data/ is none of it. */
export const TAG_FILES: readonly string[] = [...TAGGED_FILES, TAG_MANIFEST_FILE]

export interface ReadBag {
  readonly info: BackupInfo
  readonly manifest: ReadonlyMap<string, string>
}

/** The bag's own texts, each exactly as we write it; the name of the first that is not. */
export function readBag(texts: ReadonlyMap<string, string>): ReadBag | string {
  const of = (name: string): string => texts.get(name) ?? ''
  if (of(DECLARATION_FILE) !== BAG_DECLARATION) return DECLARATION_FILE
  const info = parseBackupInfo(of(INFO_FILE))
  if (info === null) return INFO_FILE
  const manifest = parseManifest(of(MANIFEST_FILE))
  if (manifest === null) return MANIFEST_FILE
  return of(TAG_MANIFEST_FILE) === tagManifest(of(INFO_FILE), of(MANIFEST_FILE))
    ? { info, manifest }
    : TAG_MANIFEST_FILE
}
