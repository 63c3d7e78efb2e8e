import { useMemo } from 'react'
import { encode } from 'uqr'
import './qr-code.css'

export interface QrCodeProps {
  readonly text: string
  /** What it holds, in words. */
  readonly label: string
}

/** Modules of free space round the code that readers need (ISO/IEC 18004). */
const QUIET = 4

/** A text as a QR code, drawn as one path; up to 15 % of it may be damaged. */
export function QrCode({ text, label }: QrCodeProps) {
  const { size, path } = useMemo(() => draw(text), [text])
  return (
    <svg
      className="qr-code"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path className="qr-code__ink" d={path} />
    </svg>
  )
}

function draw(text: string): { readonly size: number; readonly path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET })
  const parts: string[] = []
  data.forEach((row, y) => {
    row.forEach((isDark, x) => {
      if (isDark) parts.push(`M${x} ${y}h1v1h-1z`)
    })
  })
  return { size, path: parts.join('') }
}
