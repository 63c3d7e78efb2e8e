/** Paths that a person gave to this run of the program; nothing else on the disk is read because the screen says so. */
export interface HandedPaths {
  readonly add: (paths: readonly string[]) => void
  readonly has: (path: string) => boolean
}

/** So many are remembered; the oldest are forgotten. */
const MOST = 20_000

/** Empty at every start: chosen in a dialog of ours, or dropped on the window (the preload says so), is handed. */
export function openHandedPaths(): HandedPaths {
  const handed = new Set<string>()
  return {
    add: (paths) => {
      for (const path of paths) {
        handed.delete(path)
        handed.add(path)
      }
      for (const path of handed) {
        if (handed.size <= MOST) return
        handed.delete(path)
      }
    },
    has: (path) => handed.has(path),
  }
}
