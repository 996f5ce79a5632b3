/** What is said when a number of a rule cannot be changed as asked. */
export const settingsMessages = {
  'settings.no-number': '{setting}: this is no number. Write one from {min} to {max}.',
  'settings.not-whole': '{setting}: {value} is not a whole number. Write one from {min} to {max}.',
  'settings.out-of-bounds':
    '{setting}: {value} is outside what the rule can take. Write a number from {min} to {max}.',
  'settings.no-choice': '{setting}: “{value}” is none of its choices. Choose one of {choices}.',
  'settings.segments-overlap':
    'SEG-1: Mid-Market would begin at {midMarket} employees and Large at {large}. Let Large begin above Mid-Market.',
  'settings.mix-over':
    'PR-5: Priority 1 and 2 would be {together} % together. Lower one of them to 100 % or less in all.',
  'settings.above': '“{lower}” ({low}) would lie above “{upper}” ({high}). Lower the one or raise the other.',
  'settings.from-past':
    'From {from:date} on would judge past weeks anew. Past weeks stay as they were: choose {today:date} or later.',
} as const;
