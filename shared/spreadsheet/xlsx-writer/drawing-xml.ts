import { xmlText } from './cell-text'
import type { Picture } from './workbook-model'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const SPREADSHEET = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing'
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main'
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

/** English metric units in a pixel of 1/96 inch. */
const EMU = 9525
/** Between a cell's edge and its picture, in pixels. */
const INSET = 3
/** Longer side of a picture, in pixels: no row is higher than 409 points. */
export const MOST_SIDE = 500
/** Bytes of one picture: a thumbnail, never an original. */
export const MOST_BYTES = 1_000_000

/** The pictures of one sheet, ECMA-376 part 1, 20.5; The first of them is `rId1`. */
export function drawingXml(pictures: readonly Picture[]): string {
  const anchors = pictures.map((picture, at) => anchorXml(picture, at + 1))
  return `${HEAD}<xdr:wsDr xmlns:xdr="${SPREADSHEET}" xmlns:a="${DRAWING}" xmlns:r="${RELS}">${anchors.join('')}</xdr:wsDr>`
}

/** Which part each of them is. */
export function drawingRelations(targets: readonly string[]): string {
  const relations = targets.map(
    (target, at) => `<Relationship Id="rId${at + 1}" Type="${RELS}/image" Target="${target}"/>`,
  )
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`
}

/** A sheet's one relation: its drawing. */
export function sheetRelations(drawing: string): string {
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELS}/drawing" Target="${drawing}"/></Relationships>`
}

/** Held at both corners within its cell, so that it goes along when rows are sorted, filtered or made larger. */
function anchorXml({ bytes, column, row, width, height, description }: Picture, id: number): string {
  if (Math.max(width, height) > MOST_SIDE || Math.min(width, height) < 1 || bytes.length > MOST_BYTES)
    throw new RangeError(`not a thumbnail: ${width} × ${height}, ${bytes.length} bytes`)
  const corner = (tag: 'from' | 'to', x: number, y: number) =>
    `<xdr:${tag}><xdr:col>${column}</xdr:col><xdr:colOff>${x * EMU}</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${y * EMU}</xdr:rowOff></xdr:${tag}>`
  return [
    '<xdr:twoCellAnchor editAs="twoCell">',
    corner('from', INSET, INSET),
    corner('to', INSET + width, INSET + height),
    `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="${id + 1}" name="${id}" descr="${xmlText(description)}"/>`,
    '<xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>',
    `<xdr:blipFill><a:blip r:embed="rId${id}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>`,
    `<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${width * EMU}" cy="${height * EMU}"/></a:xfrm>`,
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:twoCellAnchor>',
  ].join('')
}
