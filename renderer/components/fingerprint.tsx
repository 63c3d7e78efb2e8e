import { CopyButton } from './copy-button'
import './fingerprint.css'

export interface FingerprintProps {
  /** 64 hex digits. */
  readonly hex: string
  /** What it is the fingerprint of. */
  readonly label: string
  readonly testId?: string
}

/** A SHA-256 in groups of four, to be compared by eye or read aloud. Copied without its gaps. */
export function Fingerprint({ hex, label, testId }: FingerprintProps) {
  const groups = hex.match(/.{1,4}/g) ?? []
  return (
    <div className="fingerprint" data-testid={testId} data-hex={hex}>
      <div className="fingerprint__groups" role="img" aria-label={`${label} ${groups.join(' ')}`}>
        {groups.map((group, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the groups of one digest never move
          <span key={at}>{group}</span>
        ))}
      </div>
      <CopyButton text={hex} label={label} />
    </div>
  )
}
