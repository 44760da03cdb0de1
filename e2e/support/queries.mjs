// What people type into the search of the signs: single words, words still being typed, and several together.
export const QUERIES = [
  'passport', 'pass', 'papers', 'visa', 'contract', 'debt', 'owes', 'money', 'wages', 'paid', 'tips', 'boss',
  'boyfriend', 'older', 'family', 'threat', 'police', 'afraid', 'immigration', 'deport', 'phone', 'phones', 'hotel', 'keys',
  'room', 'door', 'locked', 'guard', 'camera', 'work', 'hours', 'sleep', 'lives', 'food', 'hungry', 'doctor',
  'tattoo', 'bruise', 'drugs', 'alcohol', 'school', 'child', 'under 18', 'gifts', 'online', 'photos', 'sex', 'ads',
  'truck', 'farm', 'salon', 'massage', 'restaurant', 'took my passport', 'older boyfriend', 'long hours', 'speaks for', 'crew leader', 'gift cards', 'my boss has my id',
  'the boss´s housing', 'they can´t leave', 'can t quit', 'is under 1', 'boss s passport', 'i-5 trips', 'teenager', 'caring', 'weeks', '24/7',
];
