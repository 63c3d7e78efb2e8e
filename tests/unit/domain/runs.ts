/** How often a property is tried: `usual` times, or the share of it (at least 5) that PROPERTY_PERCENT asks for. */
export function runs(usual: number): { readonly numRuns: number } {
  const percent = Number(process.env.PROPERTY_PERCENT ?? 100)
  return { numRuns: Math.max(5, Math.ceil((usual * percent) / 100)) }
}
