export const FONT = "'Noto Sans SC Variable'"

/**
 * Waits until the bundled font has every character of the page, in each weight that is used: its files are split by
 * characters and load on demand, and a PDF made before would show empty boxes.
 */
export async function loadPageFonts(text: string): Promise<void> {
  const characters = [...new Set(text)].join('')
  await Promise.all(['400', '700'].map((weight) => document.fonts.load(`${weight} 12px ${FONT}`, characters)))
  await document.fonts.ready
}
