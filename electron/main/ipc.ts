import { type IpcMainInvokeEvent, ipcMain, type WebFrameMain } from 'electron'
import { CALLS, type Call, channelOf } from '../../shared/ipc/calls'
import type { DesktopApi } from '../../shared/ipc/contract'
import type { Result } from '../../shared/ipc/result'
import { readRequest } from '../../shared/schema/requests-schema'

/** What main answers to each call; the arguments have passed their schema. */
export type Desk = Pick<DesktopApi, Call>

const REFUSED: Result<never> = { ok: false, code: 'bad-request' }

/** Lets the desk answer the screen, from when it is open. Who is not the top frame of our own origin, or asks amiss, is refused. */
export function registerIpc(desk: Promise<Desk>, origin: string): void {
  for (const call of CALLS) {
    ipcMain.handle(channelOf(call), (event, ...args: unknown[]) => answer(desk, origin, call, event, args))
  }
}

async function answer(
  desk: Promise<Desk>,
  origin: string,
  call: Call,
  event: IpcMainInvokeEvent,
  args: unknown[],
) {
  if (!isOurTopFrame(event.senderFrame, event, origin)) return REFUSED
  const request = readRequest(call, args)
  if (request === null) return REFUSED
  const handler = (await desk)[call] as (...given: readonly unknown[]) => Promise<Result<unknown>>
  return handler(...request)
}

/** The frame has no parent and its parsed address has our origin; a frame that is gone is nobody. */
function isOurTopFrame(frame: WebFrameMain | null, event: IpcMainInvokeEvent, origin: string): boolean {
  if (frame === null || frame !== event.sender.mainFrame || frame.parent !== null) return false
  if (!URL.canParse(frame.url)) return false
  const { protocol, host } = new URL(frame.url)
  return `${protocol}//${host}` === origin
}
