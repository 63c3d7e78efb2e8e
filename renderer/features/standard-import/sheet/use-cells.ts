import { useCallback, useRef, useState } from 'react'
import type { SheetCell } from '../worker/protocol'

/** Cells by sheet and block; those that are missing are asked for once. */
export interface Cells {
  readonly of: (sheet: number, block: number) => readonly SheetCell[]
  /** Changes whenever cells have come. */
  readonly version: number
}

const NONE: readonly SheetCell[] = []

/** The cells of the open workbook that were shown so far. `put` takes what the worker answers. */
export function useCells(ask: (sheet: number, block: number) => void): {
  readonly cells: Cells
  readonly put: (sheet: number, block: number, cells: readonly SheetCell[]) => void
  readonly clear: () => void
} {
  const kept = useRef(new Map<string, readonly SheetCell[]>())
  const asked = useRef(new Set<string>())
  const [version, setVersion] = useState(0)
  const latest = useRef(ask)
  latest.current = ask

  const put = useCallback((sheet: number, block: number, cells: readonly SheetCell[]) => {
    kept.current.set(`${sheet}:${block}`, cells)
    setVersion((before) => before + 1)
  }, [])
  const clear = useCallback(() => {
    kept.current.clear()
    asked.current.clear()
  }, [])
  const of = useCallback((sheet: number, block: number) => {
    const key = `${sheet}:${block}`
    const found = kept.current.get(key)
    if (found !== undefined) return found
    if (!asked.current.has(key)) {
      asked.current.add(key)
      latest.current(sheet, block)
    }
    return NONE
  }, [])
  return { cells: { of, version }, put, clear }
}
