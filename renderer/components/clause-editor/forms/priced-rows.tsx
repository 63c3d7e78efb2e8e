import type { Points } from '../../../../shared/domain/points'
import { newId } from '../../new-id'
import { Rows } from '../fields/rows'
import { PointsPart, TextPart } from './parts'

/** One line of what a clause names and prices: a part, a size, a finder. */
export interface PricedRow {
  readonly id: string
  readonly label: string
  readonly points: Points
}

interface Props {
  readonly label: string
  /** What the lines name, and what their points are. */
  readonly name: string
  readonly price: string
  readonly rows: readonly PricedRow[]
  readonly most?: number
  /** Points of a line just added; 0 where absent. */
  readonly first?: number
  readonly onChange: (rows: readonly PricedRow[]) => void
}

/** Names with their points, line by line. */
export function PricedRows({ label, name, price, rows, most, first = 0, onChange }: Props) {
  return (
    <Rows
      label={label}
      rows={rows}
      {...(most === undefined ? {} : { most })}
      make={() => ({ ...newPricedRow(), points: first as Points })}
      onChange={onChange}
    >
      {(row, change) => (
        <>
          <TextPart
            label={name}
            span={8}
            value={row.label}
            onChange={(next) => change({ ...row, label: next })}
          />
          <PointsPart
            label={price}
            span={4}
            value={row.points}
            onChange={(points) => change({ ...row, points })}
          />
        </>
      )}
    </Rows>
  )
}

export function newPricedRow(): PricedRow {
  return { id: newId(), label: '', points: 0 as Points }
}
