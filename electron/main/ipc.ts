import { type IpcMainEvent, type IpcMainInvokeEvent, ipcMain } from 'electron'
import { CALLS, type Call, channelOf, HANDED_CHANNEL } from '../../shared/ipc/calls'
import type { DesktopApi } from '../../shared/ipc/contract'
import type { Result } from '../../shared/ipc/result'
import { isOwnPage } from './security'

/** What main answers to each call; the arguments have passed their schema. */
export type Desk = Pick<DesktopApi, Call>

const LONGEST_PATH = 4096
const REFUSED: Result<never> = { ok: false, code: 'bad-request' }

/**
 * Lets the desk answer the screen, from when it is open. Who is not the top frame of one of our pages, or asks amiss,
 * is refused. `onHanded` hears of paths that the preload took from files.
 */
export function registerIpc(desk: Promise<Desk>, onHanded: (path: string) => void): void {
  // The schemas are loaded beside the desk: no start waits for them.
  const schemas = import('../../shared/schema/requests-schema')
  const answer = async (call: Call, event: IpcMainInvokeEvent, args: readonly unknown[]) => {
    if (!isOurTopFrame(event)) return REFUSED
    const request = (await schemas).readRequest(call, args)
    if (request === null) return REFUSED
    const handler = (await desk)[call] as (...given: readonly unknown[]) => Promise<Result<unknown>>
    return handler(...request)
  }
  ipcMain.on(HANDED_CHANNEL, (event, path: unknown) => {
    if (isOurTopFrame(event) && typeof path === 'string' && path.length <= LONGEST_PATH) onHanded(path)
  })
  for (const call of CALLS) {
    ipcMain.handle(channelOf(call), (event, ...args: unknown[]) => answer(call, event, args))
  }
}

/** The frame has no parent and shows one of our own pages; a frame that is gone is nobody. */
function isOurTopFrame({ senderFrame: frame, sender }: IpcMainInvokeEvent | IpcMainEvent): boolean {
  return frame !== null && frame === sender.mainFrame && frame.parent === null && isOwnPage(frame.url)
}
