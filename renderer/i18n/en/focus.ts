export const focus = {
  title: 'Focus mode (one item at a time, by touch)',
  leave: 'Leave focus mode',
  contents: 'Contents',
  narrowed: 'The list is narrowed to {{count}}: show all',
  outdoor: 'Outdoor look',
  photo: 'Photo',
  facts: 'The rule in full, and the papers it asks for',
  side: 'How the item stands, and its evidence',
  places: 'Pick a place',
  reasons: 'Usual words',
  stock: {
    seen: 'seen on site',
    papers: 'records incomplete',
    asked: 'told on site',
    again: 'pointed out before, not put right',
  },
  keypad: { title: 'Digits', back: 'Backspace', empty: 'Empty', done: 'Done' },
}
