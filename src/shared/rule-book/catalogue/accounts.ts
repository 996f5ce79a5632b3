/** What is said about an account's size, segment and hierarchy. `{name}` in a template is a parameter. */
export const accountMessages = {
  'employees.unreadable': '“{text}” is no employee count. Write a number (1,200), a range (50-99) or 5,000+.',
  'employees.negative': '“{text}” is negative. An employee count is 0 or more.',
  'employees.fractional': '“{text}” is not a whole number. An employee count has no fraction.',
  'employees.absurd': '“{text}” is more than {most} employees. Look whether the column is another one.',
  'employees.backwards': '“{text}” runs backwards. Write the smaller number of a range first.',

  'seg1.no-count': 'SEG-1: no employee count, so the segment is unknown. Fill in one under Size.',
  'seg1.range':
    'SEG-1: {count} employees cross a segment border, so the segment is unknown. Find the exact count.',
  'seg1.range-may-raise':
    'SEG-1: {count} employees reach above {segment}, so the exact count may raise its whole hierarchy.',
  'seg1.range-of':
    'SEG-1: {count} employees ({source}) cross a segment border, so they decide no segment. Find the exact count.',
  'seg2.own-count': 'SEG-2: {count} employees ({source}) make it {segment} by itself.',
  'seg3.highest-is-own':
    'SEG-3: {segment} is the highest segment among the {count} accounts of its hierarchy.',
  'seg3.highest-from':
    'SEG-3: takes {segment} from {name}, the highest of the {count} accounts of its hierarchy.',
  'seg3.none-known': 'SEG-3: none of the {count} accounts of its hierarchy has a known segment.',
  'seg3.cycle': 'SEG-3: the parents run in a circle: {path}. Correct one Parent Account.',
  'seg3.missing-parent':
    'SEG-3: the parent account “{parent}” is not in the book. Import it, or correct Parent Account.',
  'seg3.missing-parent-above': 'SEG-3: the parent of {name}, “{parent}”, is not in the book.',
  'seg6.stand-alone': 'SEG-6: recorded as stand-alone: it forms a hierarchy of its own, with its children.',

  'field.website-missing': 'The website is missing.',
  'field.website-blank': 'The only known domain is a free-mail provider ([Blank]). Look for the website.',
  'clk3.next-step-past': 'CLK-3: the next step was due on {date:date}. Set the next one.',
} as const;
