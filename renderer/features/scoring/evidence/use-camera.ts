import { type RefObject, useEffect, useState } from 'react'

/** 'refused' by the person or the system; 'none' is there; 'busy' in another program. */
export type CameraState = 'opening' | 'ready' | 'refused' | 'none' | 'busy' | 'failed'

const WORDS: Readonly<Record<string, CameraState>> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'none',
  OverconstrainedError: 'none',
  NotReadableError: 'busy',
  AbortError: 'busy',
}

/** Opens a camera into a video element, picture alone and no sound, and lets it go when the element goes. */
export function useCamera(video: RefObject<HTMLVideoElement | null>) {
  const [state, setState] = useState<CameraState>('opening')
  const [devices, setDevices] = useState<readonly MediaDeviceInfo[]>([])
  const [device, choose] = useState('')

  useEffect(() => {
    let isGone = false
    let stream: MediaStream | null = null
    const open = async () => {
      setState('opening')
      const allowed = await window.scorebench.allowCamera()
      if (isGone) return
      if (!allowed.ok || !allowed.value) return setState('refused')
      try {
        const wanted = device === '' ? {} : { deviceId: { exact: device } }
        stream = await navigator.mediaDevices.getUserMedia({
          audio: false,
          video: { ...wanted, width: { ideal: 4096 }, height: { ideal: 2160 } },
        })
        if (isGone || video.current === null) return letGo(stream)
        video.current.srcObject = stream
        await video.current.play()
        const all = await navigator.mediaDevices.enumerateDevices()
        setDevices(all.filter(({ kind }) => kind === 'videoinput'))
        if (!isGone) setState('ready')
      } catch (error) {
        if (!(error instanceof DOMException)) throw error
        letGo(stream)
        if (!isGone) setState(WORDS[error.name] ?? 'failed')
      }
    }
    void open()
    return () => {
      isGone = true
      letGo(stream)
    }
  }, [video, device])

  return { state, devices, device, choose }
}

function letGo(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop()
}

/** A photo that this program took: there is no camera's record, so it says itself when. */
export interface TakenPicture {
  readonly name: string
  readonly bytes: Uint8Array
  /** '2026-11-23T09:30:00', by this computer's clock. */
  readonly takenAt: string
}

/** What is on the video now, as a JPEG; null before the first picture. */
export async function takePicture(video: HTMLVideoElement, now: Date): Promise<TakenPicture | null> {
  const { videoWidth: width, videoHeight: height } = video
  if (width === 0 || height === 0) return null
  const surface = new OffscreenCanvas(width, height)
  surface.getContext('2d')?.drawImage(video, 0, 0)
  const blob = await surface.convertToBlob({ type: 'image/jpeg', quality: 0.92 })
  const two = (n: number) => String(n).padStart(2, '0')
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map(two)
  return {
    name: `camera-${day.replaceAll('-', '')}-${time.join('')}.jpg`,
    bytes: new Uint8Array(await blob.arrayBuffer()),
    takenAt: `${day}T${time.join(':')}`,
  }
}
