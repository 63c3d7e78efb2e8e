import { createContext, useContext } from 'react'

/** Whether fingers work here: the same controls, larger, and no field waits for the system's keyboard. */
const TouchContext = createContext(false)

export const TouchProvider = TouchContext.Provider

export function useTouch(): boolean {
  return useContext(TouchContext)
}
