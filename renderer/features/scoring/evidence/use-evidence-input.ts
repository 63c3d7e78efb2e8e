import { type DragEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { EvidenceDesk, Target } from './use-evidence'

/** Photos and files by drop on the panel and by paste. `targetNow` says where they go; null on a sealed sheet. */
export function useEvidenceInput(desk: EvidenceDesk, targetNow: () => Target | null) {
  const [isOver, setOver] = useState(false)
  const latest = useRef({ desk, targetNow })
  latest.current = { desk, targetNow }

  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const target = latest.current.targetNow()
      const files = [...(event.clipboardData?.files ?? [])]
      if (event.defaultPrevented || target === null || files.length === 0) return
      event.preventDefault()
      void bringFiles(latest.current.desk, target, files)
    }
    window.addEventListener('paste', onPaste)
    return () => window.removeEventListener('paste', onPaste)
  }, [])

  // The same functions for the screen's life: the panel is drawn anew for its data alone.
  const panel = useMemo(() => {
    const takes = (event: DragEvent) =>
      event.dataTransfer.types.includes('Files') && latest.current.targetNow() !== null
    return {
      onDragOver: (event: DragEvent) => {
        if (!takes(event)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
        setOver(true)
      },
      onDragLeave: ({ currentTarget, relatedTarget }: DragEvent) => {
        const isInside = relatedTarget instanceof Node && currentTarget.contains(relatedTarget)
        if (!isInside) setOver(false)
      },
      onDrop: (event: DragEvent) => {
        setOver(false)
        const target = latest.current.targetNow()
        const files = [...event.dataTransfer.files]
        if (target === null || files.length === 0) return
        event.preventDefault()
        void bringFiles(latest.current.desk, target, files)
      },
    }
  }, [])
  return { isOver, panel }
}

/** Files by their paths; a pasted picture has none, and comes as its bytes. */
async function bringFiles(desk: EvidenceDesk, target: Target, files: readonly File[]): Promise<void> {
  const paths = files.map((file) => window.scorebench.pathOfFile(file)).filter((path) => path !== '')
  if (paths.length > 0) return desk.bringPaths(target, paths)
  const [file] = files
  if (file === undefined) return
  const name = file.name === '' ? 'pasted' : file.name
  await desk.bringBytes(target, name, new Uint8Array(await file.arrayBuffer()))
}
