import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'

/** In main: appends a text to a file and fsyncs; ms. */
export function rawAppend({ path, text }: { readonly path: string; readonly text: string }): number {
  const file = openSync(path, 'a')
  const before = performance.now()
  writeSync(file, text)
  fsyncSync(file)
  const time = performance.now() - before
  closeSync(file)
  return time
}

/** Runs in the page: one strict put of a value into a store of its own; ms. */
export async function rawPut(value: object): Promise<number> {
  const db = await new Promise<IDBDatabase>((done, fail) => {
    const opening = indexedDB.open('bench', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('lines', { autoIncrement: true })
    opening.onsuccess = () => done(opening.result)
    opening.onerror = () => fail(opening.error)
  })
  const before = performance.now()
  await new Promise<void>((done, fail) => {
    const transaction = db.transaction('lines', 'readwrite', { durability: 'strict' })
    transaction.objectStore('lines').put(value)
    transaction.oncomplete = () => done()
    transaction.onerror = () => fail(transaction.error)
  })
  const time = performance.now() - before
  db.close()
  return time
}

/** Runs in the page: one event through the app's own call, on a sheet that is not open; ms until it is acknowledged. */
export async function callAppend(sheetId: string, afterSeq: number, item: string): Promise<number> {
  const before = performance.now()
  const written = await window.scorebench.appendEvents(sheetId, afterSeq, [{ type: 'cleared', item }])
  const time = performance.now() - before
  if (!written.ok) throw new Error(`${written.code} ${written.detail ?? ''}`)
  return time
}
