import './waiting.css'

/** A work under way, said in words; shows only when it takes longer than a blink. */
export function Waiting({ text }: { readonly text: string }) {
  return (
    <div className="waiting" role="status">
      <span className="waiting__sign" aria-hidden />
      <span>{text}</span>
    </div>
  )
}
