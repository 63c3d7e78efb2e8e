/**
 * Puts text on the clipboard; false when the system refused. The window holds no clipboard permission, so the
 * text is selected and copied as a key press would do it. Must run in a click or key handler.
 */
export function copyText(text: string): boolean {
  const before = document.activeElement
  const field = document.createElement('textarea')
  field.value = text
  field.readOnly = true
  field.className = 'copy-source'
  document.body.append(field)
  field.select()
  const isCopied = document.execCommand('copy')
  field.remove()
  if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  return isCopied
}
