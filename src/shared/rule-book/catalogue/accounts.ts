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
  'seg3.decides': 'SEG-3: decides {segment} with {employees} employees.',
  'seg3.decides-held':
    'SEG-3: decides {segment}, as it was confirmed; its new count waits for a review (SEG-4).',
  'seg3.cycle': 'SEG-3: the parents run in a circle: {path}. Correct one Parent Account.',
  'seg3.missing-parent':
    'SEG-3: the parent account “{parent}” is not in the book. Import it, or correct Parent Account.',
  'seg3.missing-parent-above': 'SEG-3: the parent of {name}, “{parent}”, is not in the book.',
  'seg4.no-link': 'SEG-4: “{text}” is no link to a source.',
  'seg4.no-link-remedy': 'Paste the address of a filing, an article or a report, beginning with https://.',
  'seg4.linkedin': 'SEG-4: LinkedIn is not accepted as a source.',
  'seg4.linkedin-remedy': 'Link to a filing, a newspaper article or a report of the company itself.',
  'seg4.pending':
    'SEG-4: new data makes it {segment}; {confirmed} stays in force until the change is confirmed at review.',
  'seg4.pending-of':
    'SEG-4: new data of {name} make it {segment} by itself; {confirmed} stays in force until the change is confirmed at review.',
  'seg4.declined':
    'SEG-4: new data make it {segment}; a review turned that down, so {confirmed} stays in force until other data come.',
  'seg4.nothing-proposed-remedy': 'Nothing is to be done: it was reviewed, or the data came back.',
  'seg4.proposal':
    'SEG-4: the proposed count of {count} would make it {segment}. Accept or drop the proposal.',
  'seg5.box-says-expand':
    'SEG-5: First Order Available is not ticked, but no customer in the hierarchy makes it Expand. Check the box in the CRM.',
  'seg5.box-says-land':
    'SEG-5: First Order Available is ticked, but a customer in the hierarchy makes it Expand. Check the box in the CRM.',
  'seg6.stand-alone': 'SEG-6: recorded as stand-alone: it forms a hierarchy of its own, with its children.',
  'seg3.own-parent': 'SEG-3: an account cannot be its own parent.',
  'seg3.circle-refused': 'SEG-3: the parents would run in a circle: {path}.',
  'seg3.circle-refused-remedy': 'Choose a parent that does not lie below this account.',
  'seg5.customer':
    'SEG-5: {name} is a customer with {carr} USD of Total CARR; Expand begins at {border} USD.',
  'seg5.decides': 'SEG-5: decides Expand with {carr} USD of Total CARR; the line is {border} USD.',
  'seg5.no-customer':
    'SEG-5: no customer among {count} {count|account|accounts} has {border} USD of Total CARR or more.',
  'seg5.ci-minutes-only': 'SEG-5: {name} bought nothing but CI minutes, so it is still a prospect.',
  'seg6.no-parent': 'SEG-6: it has no parent to stand apart from.',
  'seg6.no-parent-remedy': 'Set its parent first.',
  'seg6.no-reason': 'SEG-6: standing alone needs a reason.',
  'seg6.no-reason-remedy': 'Write who holds it and who buys, as in “held by a private-equity house”.',

  'segment.is': 'Segment {segment}.',
  'segment.unknown': 'Segment unknown.',
  'motion.is': '{motion}.',
  'flip.more-employees': '+{count} {count|employee|employees}: {segment}',
  'flip.fewer-employees': '−{count} {count|employee|employees}: {segment}',
  'flip.confirm-segment': 'Confirmed at review: {segment}',
  'flip.find-count': 'An employee count decides it.',
  'flip.find-exact-count': 'The exact employee count decides it.',
  'flip.carr-below': 'Total CARR of {name} below {border} USD: Land',
  'flip.carr-all-below': 'Total CARR of all {count} customers below {border} USD: Land',
  'flip.carr-more': '+{amount} USD of Total CARR at {name}: Expand',
  'flip.type-customer': '{name} becomes a customer: Expand',
  'flip.first-customer': 'A first customer with {border} USD of Total CARR: Expand',

  'field.website-missing': 'The website is missing.',
  'field.website-blank': 'The only known domain is a free-mail provider ([Blank]). Look for the website.',
  'clk3.next-step-past': 'CLK-3: the next step was due on {date:date}. Set the next one.',
  'seg4.nothing-proposed': 'SEG-4: nothing of that kind waits for a review any more.',
} as const;
