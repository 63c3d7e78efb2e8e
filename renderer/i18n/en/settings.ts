export const settings = {
  title: 'Settings',
  hint: 'They change only what this machine shows, never a score. Changes apply at once.',
  language: 'Language',
  languages: { 'zh-CN': '简体中文', en: 'English' },
  theme: 'Theme',
  themes: { light: 'Light', dark: 'Dark', outdoor: 'Outdoor', system: 'As the system' },
  themeHint: 'Outdoor: black on white with thick borders, to be read in the sun.',
  textSize: 'Text size',
  textSample: '0.2 points off per occurrence, 1 point at most.',
  singleKeys: 'Single-key shortcuts',
  singleKeysHint:
    'Score with single keys: Space for clear, digits and +/− to count, N to exclude. Switch them off where they are pressed by mistake; key combinations always work.',
  on: 'On',
  off: 'Off',
  about: 'This machine',
  dataFolder: 'Data folder',
  dataFolderHint:
    'Journals, evidence and keys are all here. To back up, quit the application, then copy the whole folder.',
  version: 'Version',
  runtime: 'Runtime',
  development: 'This runtime is for development and tests only, not for real work.',
}
