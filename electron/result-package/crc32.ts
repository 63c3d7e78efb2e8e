import * as zlib from 'node:zlib'
import { crc32 as sixteenAtATime } from '../../shared/spreadsheet/xlsx-writer/crc32'

type Crc32 = (bytes: Uint8Array, crc?: number) => number

/** Native where Node has it (20.15 on); Electron before 30 has not, and uses sixteen tables. */
const native: unknown = Reflect.get(zlib, 'crc32')

/** CRC-32 (IEEE 802.3, as in ZIP) of bytes, carried on from `crc`. */
export const crc32: Crc32 = typeof native === 'function' ? (native as Crc32) : sixteenAtATime
