import fc from 'fast-check'

/** Properties try the same cases on every run, so that a red one is red again; PROPERTY_SEED=random tries others. */
const seed = process.env.PROPERTY_SEED ?? '20261123'
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) })
