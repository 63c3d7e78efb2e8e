import type { Result } from '../../shared/ipc/result'
import { askYesOrNo } from './dialogs'
import { allowCamera, isCameraAllowed } from './security'

/** Asks a person once in a run, in a dialog of the system's that no page can press; a no can be asked again. */
export async function askForCamera(): Promise<Result<boolean>> {
  if (!isCameraAllowed()) {
    const isYes = await askYesOrNo(
      '允许使用本机摄像头拍照吗？\nUse this computer’s camera to take photos?',
      '只用于拍摄佐证，不录音；照片只存在本机。本次运行内有效。\nFor evidence only, without sound; photos stay on this machine. Until the program is closed.',
      ['允许 · Allow', '不允许 · Do not allow'],
    )
    if (isYes) allowCamera()
  }
  return { ok: true, value: isCameraAllowed() }
}
