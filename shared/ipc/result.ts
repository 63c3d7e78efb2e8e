/** The answer of every call between screen and main: expected failures are values, bugs throw. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: FailureCode; readonly detail?: string }

/** The sentence for the person is in the catalogues under `failure.<code>`; `detail` names the place. */
export type FailureCode =
  | 'bad-request'
  | 'not-found'
  | 'stale'
  | 'event-refused'
  | 'sealed'
  | 'not-sealed'
  | 'journal-damaged'
  | 'disk-full'
  | 'read-only'
  | 'write-failed'
  | 'wrong-passphrase'
  | 'passphrase-delay'
  | 'no-identity'
  | 'identity-exists'
  | 'key-damaged'
  | 'busy'
  | 'cancelled'
  | 'too-large'
  | 'print-failed'
  | 'rubric-unproved'
  | 'not-a-rubric'
  | 'evidence-missing'
  | 'not-a-backup'
  | 'backup-damaged'
  | 'passphrase-needed'
  | 'copy-gone'
  | 'copy-other'
