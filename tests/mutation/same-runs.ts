import fc from 'fast-check'

// A mutant lives or dies by its tests, not by the dice.
fc.configureGlobal({ seed: 20_261_123 })
