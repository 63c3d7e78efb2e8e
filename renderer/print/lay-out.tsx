import { type ReactNode, useLayoutEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { loadPageFonts } from './page-fonts'

export interface LaidOut {
  readonly title: string
  readonly page: ReactNode
  /** All that is written above and below the pages: its characters are loaded too. */
  readonly furnitureText: string
  /** What stands above and below every page, made once the fonts are there. */
  readonly templates: () => { readonly header: string; readonly footer: string }
}

/** Puts a paper into the document, with its fonts and pictures, ready to be printed. */
export async function layOut(
  root: HTMLElement,
  { title, page, furnitureText, templates }: LaidOut,
): Promise<void> {
  await new Promise<void>((laidOut) => createRoot(root).render(<Paper onLaidOut={laidOut}>{page}</Paper>))
  document.title = title
  await loadPageFonts(`${document.body.textContent}${furnitureText}`)
  await Promise.all([...document.images].map(loaded))
  for (const [name, html] of Object.entries(templates())) {
    // Main reads these two and hands them to printToPDF.
    const template = document.createElement('template')
    template.id = `page-${name}`
    template.innerHTML = html
    document.body.append(template)
  }
}

function Paper({ children, onLaidOut }: { readonly children: ReactNode; readonly onLaidOut: () => void }) {
  useLayoutEffect(onLaidOut, [onLaidOut])
  return children
}

/** Loaded, not decoded: the printer takes the file as it is. */
function loaded(image: HTMLImageElement): Promise<void> {
  if (image.complete) return Promise.resolve()
  return new Promise((resolve) => {
    image.onload = () => resolve()
    image.onerror = () => resolve()
  })
}
