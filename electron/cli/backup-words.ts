import type { BackupContents, SheetFate } from '../../shared/ipc/backup'
import type { Language } from './words'

interface BackupWords {
  readonly kinds: Readonly<Record<BackupContents['kind'], string>>
  readonly fates: Readonly<Record<SheetFate, string>>
  readonly failures: Readonly<Record<string, string>>
  readonly holds: (contents: BackupContents) => string
  readonly intact: string
  readonly damaged: string
  readonly left: string
  readonly lines: (count: number) => string
  readonly filled: (count: number) => string
  readonly restored: (sheets: number, lines: number, files: number) => string
  readonly dryRun: string
  readonly passphrase: string
  readonly again: string
  readonly unequal: string
  readonly running: string
  readonly exists: string
}

const zh: BackupWords = {
  kinds: {
    file: '备份文件（未加密）',
    'encrypted-file': '备份文件（口令加密）',
    'second-copy': '备份盘副本',
  },
  fates: {
    new: '恢复',
    same: '相同，保留',
    longer: '补齐',
    shorter: '本机更新，保留本机',
    differs: '内容不同，保留本机',
    unreadable: '留痕读不出',
  },
  failures: {
    'wrong-passphrase': '口令不对',
    'passphrase-needed': '备份设有口令，请用 --passphrase-file 或环境变量 SCOREBENCH_PASSPHRASE 提供',
    'backup-damaged': '备份不完整或已被改动',
    'not-a-backup': '不是备份文件',
    'not-found': '找不到文件',
    'disk-full': '磁盘空间不足',
    'read-only': '没有写入权限',
  },
  holds: ({ rounds, sheets, standards, files, bytes, hasIdentity }) =>
    `轮次 ${rounds}  评分表 ${sheets.length}  标准 ${standards}  签名身份 ${hasIdentity ? '有' : '无'}  文件 ${files}  ${bytes} 字节`,
  intact: '逐字节核对一致',
  damaged: '已损坏',
  left: '与本机不同，未改动',
  lines: (count) => `留痕 ${count} 条`,
  filled: (count) => `补回文件 ${count} 个`,
  restored: (sheets, lines, files) =>
    `已恢复：评分表 ${sheets} 份，补齐留痕 ${lines} 条，其他文件 ${files} 个`,
  dryRun: '仅查看，没有写入',
  passphrase: '备份口令：',
  again: '再输一次：',
  unequal: '两次输入不一致，或为空',
  running: '本软件正在使用这个数据文件夹，请先退出',
  exists: '已存在同名文件，不覆盖',
}

const en: BackupWords = {
  kinds: {
    file: 'backup file (not encrypted)',
    'encrypted-file': 'backup file (under a passphrase)',
    'second-copy': 'second copy',
  },
  fates: {
    new: 'restored',
    same: 'the same, kept',
    longer: 'completed',
    shorter: 'newer here, kept',
    differs: 'differs, the one here is kept',
    unreadable: 'journal cannot be read',
  },
  failures: {
    'wrong-passphrase': 'wrong passphrase',
    'passphrase-needed':
      'the backup has a passphrase: give it by --passphrase-file or the variable SCOREBENCH_PASSPHRASE',
    'backup-damaged': 'the backup is incomplete or was altered',
    'not-a-backup': 'not a backup',
    'not-found': 'no such file',
    'disk-full': 'not enough room on the disk',
    'read-only': 'not writable',
  },
  holds: ({ rounds, sheets, standards, files, bytes, hasIdentity }) =>
    `rounds ${rounds}  sheets ${sheets.length}  standards ${standards}  identity ${hasIdentity ? 'yes' : 'no'}  files ${files}  ${bytes} bytes`,
  intact: 'every byte was checked',
  damaged: 'damaged',
  left: 'differs from the one here, left alone',
  lines: (count) => `${count} journal lines`,
  filled: (count) => `${count} files put back`,
  restored: (sheets, lines, files) =>
    `restored: ${sheets} sheets, ${lines} journal lines added, ${files} other files`,
  dryRun: 'only shown, nothing was written',
  passphrase: 'Passphrase of the backup: ',
  again: 'Once more: ',
  unequal: 'the two differ, or are empty',
  running: 'the application is using this data folder: close it first',
  exists: 'a file of that name is there and is not replaced',
}

export const BACKUP_WORDS: Readonly<Record<Language, BackupWords>> = { zh, en }
