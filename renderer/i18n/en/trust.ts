export const trust = {
  title: 'Signing and trust',
  hint: 'Result packages carry a digital signature made with your key: the tamper check finds any change, and a receiver can tell who signed.',
  mine: 'My signing identity',
  none: 'This machine has no signing identity yet. Make one to sign result packages.',
  make: 'Make a signing identity',
  name: 'Name',
  unit: 'Unit',
  role: 'Role',
  created: 'Made at (Beijing time)',
  fingerprint: 'Fingerprint of the public key (SHA-256)',
  fingerprintUse:
    'Copy or print the fingerprint on the paper form, or tell it to the receiver in person. Only when theirs is exactly the same is it sure that you signed.',
  qr: 'Fingerprint of the public key as a QR code',
  publicKey: 'Public key (PEM)',
  passphrase: 'Passphrase',
  tooMany: 'Too many wrong passphrases. Each one makes the wait longer; a restart does not shorten it.',
  wait: 'Wait {{seconds}} s, then try again.',
  now: 'You can try again now.',
  strength: {
    short: 'At least 8 characters',
    weak: 'Strength: weak, better longer',
    fair: 'Strength: fair',
    good: 'Strength: good',
  },
  form: {
    name: 'Name',
    unit: 'Unit',
    role: 'Role',
    again: 'Passphrase once more',
    required: 'Please fill in',
    tooShort: 'The passphrase needs at least 8 characters.',
    differs: 'The two passphrases differ.',
    warning:
      "Only you know the passphrase. It is kept nowhere; once forgotten it can't be recovered or reset by anyone: you would need a new identity, and tell everyone its new fingerprint.",
    create: 'Make the identity',
  },
  export: {
    title: 'Export the private key',
    text: 'As a standard encrypted PKCS#8 file (PEM) under the same passphrase, readable by openssl and other common tools. Keep it in a safe place.',
    submit: 'Export…',
    done: 'Exported to {{path}}',
  },
  how: {
    title: 'What makes a signature trustworthy',
    enclosed:
      'The public key enclosed in a package proves nothing about the signer by itself: anyone can make a key and put another name to it.',
    compare:
      'One sound way: compare the fingerprint on the verify screen, group by group, with the one printed on paper or told by the signer in person or by telephone.',
    roster:
      'Another: the roster that the organiser published, which names every signer with unit and fingerprint.',
    own: 'Packages signed by this machine\'s own identity show as "signer trusted".',
    scope:
      'A digital signature says that nothing changed since it was made, and that the holder of the key made it; it claims nothing beyond that.',
  },
}
