import { encode } from 'uqr'

/** What the code on every page holds: enough to tie the paper to its package. */
export function qrText(sheetId: string, head: string, fingerprint: string): string {
  return `scorebench:1;sheet=${sheetId};head=${head};signer=${fingerprint}`
}

/** A QR code as an SVG document: one path, the dark modules of a row drawn as runs, so that it stays small. */
export function qrSvg(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: 2 })
  const runs: string[] = []
  data.forEach((row, y) => {
    let x = 0
    while (x < size) {
      let end = x
      while (end < size && row[end] === true) end += 1
      if (end > x) runs.push(`M${x} ${y}h${end - x}v1h-${end - x}z`)
      x = end + 1
    }
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${runs.join('')}"/></svg>`
}
