import type { Verdict } from '../../shared/ipc/contract'
import type { CheckCode } from '../result-package/findings'

export type Language = 'zh' | 'en'

interface Words {
  readonly help: string
  readonly verdicts: Readonly<Record<Verdict, string>>
  readonly checks: Readonly<Record<CheckCode, string>>
  readonly signer: string
  readonly known: string
  readonly unknown: string
  readonly badSignature: string
  readonly fingerprint: string
  readonly checked: string
  readonly allPassed: (count: number) => string
  readonly items: string
  readonly weight: string
  readonly fullMarks: string
  readonly total: string
  readonly equal: string
  readonly unequal: string
  readonly notReplayable: string
  readonly noReport: string
  readonly failed: string
  readonly usage: string
}

const zh: Words = {
  help: `用法：scorebench <命令> [选项]

  rubric show [--builtin | 文件] [--json]      显示评分标准（默认为内置示范标准）
  rubric diff 旧标准 新标准 [--json]           两个版本的差别；--builtin 以内置标准为旧标准
  rubric check 表格文件 [--sheet N] [--columns number=A,points=D,…] [--json]
                                               读出表格中的评分标准，列出其中的问题和待核对的条款
  rubric import 表格文件 --out 标准.json [--marks 操作.jsonl] [--sheet N] [--columns …] [--json]
                                               把表格变成评分标准；--marks 另写出表中已填的得分
  demo --out 文件夹 [--subject 名称] [--seed N] [--date 日期] [--json]
                                               按脚本评分、封存、签名，输出结果包路径
  verify 结果包 [--roster 名册] [--json]       校验数字签名和防篡改信息
  replay 结果包 [--json]                       只凭留痕重算结果，并与 result.json 比较
  score --rubric 标准 --commands 操作.jsonl [--subject 考核对象] [--json]
                                               按评分标准计算一组操作的得分，并逐步说明
  vectors 文件夹 [--json]                      逐一核对手工算例（tests/vectors/README.md）
  backup create --data 数据文件夹 --out 文件 [--encrypt] [--json]
                                               把整个工作区备份为一个文件，写完逐字节核对
  backup verify 备份 [--json]                  逐字节核对备份文件或备份盘副本
  backup restore 备份 --data 数据文件夹 [--dry-run] [--json]
                                               恢复；本机已有的一律不覆盖，--dry-run 只看不写

选项：--lang zh|en（输出语言）  --help
备份口令：--passphrase-file 文件（首行），或环境变量 SCOREBENCH_PASSPHRASE，或在终端输入（不回显）；设了即加密。
--data 缺省为环境变量 SCOREBENCH_DATA。
退出码：0 有效或完成  1 算例不符，或未能完成  2 已被改动  3 签名人不在名册，表格或备份有问题，或有内容未恢复
        4 无法读取  5 评分标准有错误  6 有操作未执行  7 备份口令不对或未提供  64 用法错误
--json 的格式见 resources/schemas/cli-*.schema.json。
`,
  verdicts: {
    'valid-trusted': '有效，签名人可信',
    'valid-unknown-signer': '有效，签名人未知（请核对指纹）',
    'signer-not-allowed': '签名人不在名册',
    tampered: '已被改动',
    unreadable: '无法读取',
  },
  checks: {
    container: '文件结构',
    'entry-name': '文件名',
    'entry-stored': '存储方式',
    'entry-bytes': '校验和',
    'bag-declaration': 'BagIt 声明',
    'bag-info': 'BagIt 说明',
    'payload-manifest': '内容清单',
    'payload-missing': '清单所列文件齐全',
    'payload-extra': '没有清单外的内容',
    'payload-changed': '内容摘要一致',
    'tag-manifest': '标签清单',
    'tag-changed': '标签文件摘要一致',
    'unknown-file': '没有不明文件',
    workbook: '结果表格',
    report: '评分报告',
    evidence: '佐证',
    rubric: '评分标准',
    'rubric-digest': '评分标准与评分表一致',
    'journal-chain': '留痕链',
    'journal-admitted': '留痕合规',
    'journal-sealed': '已封存',
    'result-replay': '重算结果一致',
    'signature-files': '签名文件',
    'public-key': '公钥',
    statement: '签名声明',
    'statement-digest': '声明与标签清单一致',
    'statement-result': '声明与结果一致',
    signature: '数字签名',
    roster: '名册',
  },
  signer: '签名人',
  known: '可信',
  unknown: '未知',
  badSignature: '签名不符',
  fingerprint: '指纹',
  checked: '校验',
  allPassed: (count) => `${count} 项校验全部通过`,
  items: '小项',
  weight: '权重',
  fullMarks: '满分',
  total: '总分',
  equal: '重算结果与 result.json 一致',
  unequal: '重算结果与 result.json 不一致',
  notReplayable: '留痕无法重算',
  noReport: '没有窗口，结果包不含 report.pdf（bag-info.txt 已注明）。',
  failed: '未能完成',
  usage: '用法错误',
}

const en: Words = {
  help: `Usage: scorebench <command> [options]

  rubric show [--builtin | FILE] [--json]      show a scoring standard (the built-in one by default)
  rubric diff OLD NEW [--json]                 what differs; with --builtin the built-in one is the old
  rubric check WORKBOOK [--sheet N] [--columns number=A,points=D,…] [--json]
                                               read the standard in a workbook: what is wrong, what to look at
  rubric import WORKBOOK --out FILE [--marks FILE.jsonl] [--sheet N] [--columns …] [--json]
                                               make it a standard; --marks also writes the scores filled in
  demo --out DIR [--subject NAME] [--seed N] [--date DAY] [--json]
                                               score by script, seal and sign; prints the package's path
  verify PACKAGE [--roster FILE] [--json]      check signatures and tampering
  replay PACKAGE [--json]                      recompute the result from the journal alone and compare
  score --rubric FILE --commands FILE.jsonl [--subject FILE] [--json]
                                               what commands come to under a standard, step by step
  vectors DIR [--json]                         check cases worked out by hand (tests/vectors/README.md)
  backup create --data FOLDER --out FILE [--encrypt] [--json]
                                               the whole workspace in one file, read back byte by byte
  backup verify BACKUP [--json]                check every byte of a backup or of a second copy
  backup restore BACKUP --data FOLDER [--dry-run] [--json]
                                               restore; nothing that is there is overwritten

Options: --lang zh|en (language of the output)  --help
Passphrase of a backup: --passphrase-file FILE (first line), or the variable SCOREBENCH_PASSPHRASE, or typed at the
terminal without being shown; where one is given, the backup is encrypted. --data falls back to SCOREBENCH_DATA.
Exit codes: 0 valid or done  1 a case failed, or not done  2 tampered  3 signer not allowed, problems in a workbook or
            backup, or something was not restored  4 cannot be read  5 the standard has errors  6 commands were
            refused  7 passphrase of a backup wrong or missing  64 wrong usage
The --json shapes are in resources/schemas/cli-*.schema.json.
`,
  verdicts: {
    'valid-trusted': 'valid and trusted',
    'valid-unknown-signer': 'valid, signer unknown (compare the fingerprint)',
    'signer-not-allowed': 'signer not allowed',
    tampered: 'tampered',
    unreadable: 'cannot be read',
  },
  checks: {
    container: 'container',
    'entry-name': 'file names',
    'entry-stored': 'storage',
    'entry-bytes': 'checksums',
    'bag-declaration': 'BagIt declaration',
    'bag-info': 'BagIt information',
    'payload-manifest': 'payload manifest',
    'payload-missing': 'no file missing',
    'payload-extra': 'no file outside the manifest',
    'payload-changed': 'payload digests',
    'tag-manifest': 'tag manifest',
    'tag-changed': 'tag file digests',
    'unknown-file': 'no unknown file',
    workbook: 'result workbook',
    report: 'report',
    evidence: 'evidence',
    rubric: 'standard',
    'rubric-digest': 'the standard is the one that the sheet names',
    'journal-chain': 'journal chain',
    'journal-admitted': 'journal admitted',
    'journal-sealed': 'sealed',
    'result-replay': 'result equals replay',
    'signature-files': 'signature files',
    'public-key': 'public key',
    statement: 'statement',
    'statement-digest': 'statement on this tag manifest',
    'statement-result': 'statement agrees with the result',
    signature: 'digital signature',
    roster: 'roster',
  },
  signer: 'signer',
  known: 'known',
  unknown: 'unknown',
  badSignature: 'signature does not hold',
  fingerprint: 'fingerprint',
  checked: 'checks',
  allPassed: (count) => `all ${count} checks passed`,
  items: 'items',
  weight: 'weight',
  fullMarks: 'full marks',
  total: 'total',
  equal: 'the replay equals result.json',
  unequal: 'the replay differs from result.json',
  notReplayable: 'the journal cannot be replayed',
  noReport: 'Without a window there is no report.pdf in the package (bag-info.txt says so).',
  failed: 'not done',
  usage: 'wrong usage',
}

export const WORDS: Readonly<Record<Language, Words>> = { zh, en }
