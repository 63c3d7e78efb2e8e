const ENTER = /[\r\n]/
const [CANCEL, END, BACKSPACES] = ['\u0003', '\u0004', ['\u0008', '\u007f']]

/** Asks for a line at the terminal and shows nothing of it; undefined where there is no terminal to ask at. */
export function secretAsker(): ((prompt: string) => Promise<string>) | undefined {
  const { stdin, stderr } = process
  if (!stdin.isTTY) return undefined
  return (prompt) =>
    new Promise((resolve) => {
      let typed: string[] = []
      const hear = (chunk: string): void => {
        for (const sign of chunk) {
          if (sign === CANCEL) typed = []
          if (ENTER.test(sign) || sign === CANCEL || sign === END) {
            stdin.off('data', hear).setRawMode(false).pause()
            stderr.write('\n')
            resolve(typed.join(''))
            return
          }
          if (BACKSPACES.includes(sign)) typed.pop()
          else typed.push(sign)
        }
      }
      stderr.write(prompt)
      stdin.setRawMode(true).setEncoding('utf8').on('data', hear).resume()
    })
}
