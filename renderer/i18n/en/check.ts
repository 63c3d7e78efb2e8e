export const check = {
  container: {
    ok: 'The container is whole and well-formed',
    bad: 'The container is incomplete or malformed',
  },
  'entry-name': {
    ok: 'All names inside are proper',
    bad: 'An improper name inside (outside path, duplicate, link …)',
  },
  'entry-stored': { ok: 'All files are stored as they are', bad: 'A file is compressed or encrypted' },
  'entry-bytes': {
    ok: 'The bytes of all files are whole',
    bad: 'The bytes of a file are not as the container says',
  },
  'bag-declaration': {
    ok: 'The bag declaration is right',
    bad: 'The bag declaration (bagit.txt) is not as it must be',
  },
  'bag-info': {
    ok: 'The bag information fits the contents',
    bad: 'The bag information (bag-info.txt) does not fit the contents',
  },
  'payload-manifest': {
    ok: 'The manifest is well-formed',
    bad: "The manifest (manifest-sha256.txt) can't be relied on",
  },
  'payload-missing': { ok: 'Every listed file is there', bad: 'A listed file is missing' },
  'payload-extra': { ok: 'No contents beyond the manifest', bad: 'A file of contents is on no manifest' },
  'payload-changed': {
    ok: 'Every file of contents matches its digest',
    bad: 'A file of contents was changed: it does not match its digest',
  },
  'tag-manifest': {
    ok: 'The tag manifest is well-formed',
    bad: "The tag manifest (tagmanifest-sha256.txt) can't be relied on",
  },
  'tag-changed': {
    ok: 'The manifests match the tag manifest',
    bad: 'A manifest was changed: it does not match the tag manifest',
  },
  'unknown-file': { ok: 'No file of unknown origin', bad: 'There is a file of unknown origin' },
  workbook: {
    ok: 'The workbook agrees with the result',
    bad: 'The workbook (results.xlsx) is missing or disagrees with the result',
  },
  report: { ok: 'The report is as declared', bad: 'The report (report.pdf) is not as declared' },
  evidence: {
    ok: 'All evidence on the sheet is enclosed and matches its digest',
    bad: 'A piece of evidence is missing, stands on no item, or does not match its digest',
  },
  rubric: { ok: 'The standard can be read and is valid', bad: "The standard can't be relied on" },
  'rubric-digest': {
    ok: 'The standard is the one frozen for the round',
    bad: 'The standard is not the one frozen for the round',
  },
  'journal-chain': {
    ok: 'The journal is chained line by line without a break',
    bad: "The journal's chain is broken: a line was changed, taken away, put in or moved",
  },
  'journal-admitted': {
    ok: 'Every step of the journal fits the standard',
    bad: 'A step of the journal does not fit the standard',
  },
  'journal-sealed': {
    ok: 'The journal ends with the seal',
    bad: 'The journal does not end with the seal',
  },
  'result-replay': {
    ok: 'Computed again from the journal: exactly the same result',
    bad: 'Computed again from the journal: not the result that is written',
  },
  'signature-files': {
    ok: 'The signature files are complete',
    bad: 'Signature files are missing or too many',
  },
  'public-key': {
    ok: 'The public key is well-formed',
    bad: 'The public key is malformed or does not fit its name',
  },
  statement: { ok: 'The signed statement is well-formed', bad: "The signed statement can't be relied on" },
  'statement-digest': {
    ok: 'The statement names the contents of this package',
    bad: "The statement names other contents than this package's",
  },
  'statement-result': {
    ok: 'The statement agrees with result, subject and round',
    bad: 'The statement disagrees with result, subject or round',
  },
  signature: { ok: 'The digital signature is right', bad: 'The digital signature is wrong' },
  roster: {
    ok: 'The signer is on the roster',
    bad: 'The signer is not on the roster, or not as listed there',
  },
}
