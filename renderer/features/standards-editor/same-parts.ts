/** Whether two objects are alike in the named members: what a part of the screen reads is all that draws it anew. */
export function isSameIn<T>(a: T, b: T, keys: readonly (keyof T)[]): boolean {
  return keys.every((key) => a[key] === b[key])
}
