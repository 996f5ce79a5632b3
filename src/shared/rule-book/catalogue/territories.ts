/** What is said about territories, named accounts and who works what. Remedies end in `-remedy`. */
export const territoryMessages = {
  'ter1.no-bdr': 'TER-1: nobody works {code} yet. Assign a BDR, or let round robin choose.',
  'ter1.no-row':
    'TER-1: no row of {code} works {motion} accounts of this size. Assign a BDR, or let round robin choose.',
  'ter1.size-unknown':
    'TER-1: the rows of {code} go by bands of employees, and the exact count is not known. Find it.',
  'ter1.rows-conflict': 'TER-1: rows {rows} of {code} fit equally well. Let only one of them fit.',
  'ter1.owner-not-listed': 'TER-1: the owner {owner} is none of the AEs of {code}. Check Account Owner.',

  'ter2.no-place': 'TER-2: {name} has no address with a country, so no territory can be found. Fill one in.',
  'ter2.strange-country':
    'TER-2: “{country}”, the country of {name}, is none that is known. Write its English name or its two letters.',
  'ter2.strange-state': 'TER-2: “{state}”, the state of {name}, is none of its country. Correct it.',
  'ter2.no-state': 'TER-2: a territory goes by the state, and {name} has none. Fill it in.',
  'ter2.no-postal': 'TER-2: a territory goes by the postal code, and {name} has none. Fill it in.',
  'ter2.state-may-change':
    'TER-2: {name} has no state, and territories of its country go by it. Fill it in to be sure.',
  'ter2.postal-may-change':
    'TER-2: {name} has no postal code, and territories of its country go by it. Fill it in to be sure.',

  'ter4.no-owner': 'TER-4: {name} cannot be named without an owner.',
  'ter4.no-owner-remedy': 'Say which rep owns it.',
  'ter4.full': 'TER-4: {owner} holds {held} named accounts, and {limit} is the most.',
  'ter4.full-remedy': 'Take the flag from {release} of {owner}’s named accounts, or choose another owner.',
  'ter4.flag-without-owner': 'TER-4: {name} is flagged as named, but nobody is its named owner. Fill one in.',
  'ter4.owner-in-no-row':
    'TER-4: {name} is named to {owner}, whom no row of the mapping lists as AE. Add {owner} to a row.',

  'ter5.no-child': 'TER-5: {name} has no parent, and only children are handed to a local territory.',
  'ter5.no-child-remedy': 'Set its Parent Account first, or name it to a rep (TER-4).',
  'ter5.who-agreed': 'TER-5: both reps and both managers have to agree.',
  'ter5.who-agreed-remedy': 'Give the four names, or record it as the global owner’s decision.',
  'ter5.territory-gone':
    'TER-5: it was handed to {code}, which is not in the mapping any more. Choose another territory.',

  'ter6.suggested':
    'TER-6: the description of {name} has {words}. If it is US public sector, flag it: it would go to Public Sector.',
  'ter6.suggested-canada':
    'TER-6: the description of {name} has {words}. If it is Canadian government, flag it: it would go to AMER Commercial.',
  'ter6.suggested-somewhere':
    'TER-6: the description of {name} has {words}, and its country is not known. Fill in the country first.',
  'ter6.no-territory':
    'TER-6: {name} is US public sector, and no Public Sector territory of the mapping fits. Add a row.',

  'ter7.conflict': 'TER-7: {territories} fit equally well. Choose one, or change a row.',
  'ter7.idle-exception': 'TER-7: the choice of {code} of {on:date} decides nothing any more. Take it out.',
  'ter7.no-match': 'TER-7: no territory fits the place and segment of {name}. Choose one, or add a row.',

  'ter8.stale': 'TER-8: the book has changed since this preview. Look at it again, then apply.',
  'ter8.gone': 'TER-8: this preview is not there any more. Preview the mapping again.',

  'ter9.mine': 'TER-9: yours, in {code}.',
  'ter9.mine-elsewhere': 'TER-9: yours by BDR Assigned, though no territory was found.',
  'ter9.others': 'TER-9: it is {bdr}’s, in {code}.',
  'ter9.others-elsewhere': 'TER-9: it is {bdr}’s by BDR Assigned, though no territory was found.',
  'ter9.nobodys': 'TER-9: it belongs to {code}, which nobody works yet.',
  'ter9.nowhere': 'TER-9: nobody’s: no territory was found, and the book has no such account.',
  'ter9.unclear': 'TER-9: not to be told: look at what fits alike.',
  'ter9.duplicate': 'TER-9: {name} is in the book, with the same {why}; nobody is assigned.',
  'ter9.duplicate-of': 'TER-9: {name} is in the book, with the same {why}; assigned to {bdr}.',
  'ter10.stays': 'TER-10: stays with its owner until {date:date}, {days} {days|day|days} left.',
  'ter10.transfer': 'TER-10: to be transferred since {date:date}.',
  'ter10.created-ahead': 'TER-10: the creation date is in the future. Correct it.',
  'ter10.created': 'TER-10: created on {date:date}; {days} days later is {last:date}.',
  'ter10.asked': 'TER-10: an extension was asked on {date:date} and is not decided: {evidence}.',
  'ter10.granted': 'TER-10: the extension of {date:date} was granted: {evidence}.',
  'ter10.refused': 'TER-10: the extension of {date:date} was refused, so it can be transferred at once.',
  'ter10.asked-before': 'TER-10: an extension was asked on {date:date} already.',
  'ter10.asked-before-remedy': 'Record how it was decided.',
  'ter10.not-asked': 'TER-10: no extension was asked for {name}.',
  'ter10.no-created': 'TER-10: {name} has no creation date, so the days cannot be counted. Fill it in.',
  'ter10.too-late': 'TER-10: an extension is asked by day {day}, and that was {date:date}.',
  'ter10.too-late-remedy': 'Hand the opportunity over, or agree with the new owner and their manager.',
  'ter10.no-evidence': 'TER-10: an extension needs evidence.',
  'ter10.no-evidence-remedy': 'Say what shows that the deal closes within {days} days.',
  'ter11.own': 'TER-11: follows {name} itself.',
  'ter11.end-user': 'TER-11: follows {name}, the end user, not the reseller {reseller}.',
  'ter11.ask': 'TER-11: {name} only sells it on, and the end user is not known.',
  'territory.fact.type': '{name} is {type}.',
  'territory.flip.ask-extension':
    'Until {date:date} an extension can be asked, with evidence of closing within {days} days.',
  'territory.flip.end-user': 'Say who will use it: the deal follows that account.',

  'territory.is': 'Belongs to {code}.',
  'territory.is-worked': 'Belongs to {code}, worked by {bdr}.',
  'territory.is-open': 'Belongs to {territories} alike.',
  'territory.is-none': 'Belongs to no territory.',
  'territory.fact.resolved': 'TER-7: {by} chose {code} on {on:date}: {reason}.',
  'territory.fact.handed': 'TER-5: handed to {code} on {on:date}: {reason}.',
  'territory.fact.named-in-row': 'TER-4: row {row} of the mapping names {name}.',
  'territory.fact.named-to': 'TER-4: {name} is named to {owner}, wherever it is.',
  'territory.fact.public-sector': 'TER-6: {name} is public sector, which row {row} of the mapping covers.',
  'territory.fact.vertical': 'TER-7: row {row} of the mapping covers the industry of {name}.',
  'territory.fact.row': 'TER-7: row {row} of the mapping covers {by}, the closest that fits.',
  'territory.fact.parent-decides': 'TER-3: {name}, above it in the hierarchy, decides.',
  'territory.fact.place': 'TER-2: {name} is at {place}.',
  'territory.fact.segment': 'SEG-3: the hierarchy is {segment}.',
  'territory.fact.motion': 'SEG-5: the hierarchy is {motion}.',
  'territory.fact.worker': 'TER-1: row {row} gives its {motion} accounts to {bdr}.',
  'territory.fact.worker-of-size':
    'TER-1: row {row} gives its {motion} accounts of {count} employees to {bdr}.',
  'territory.fact.incomplete':
    'TER-1: the mapping is incomplete, {count} {count|row is|rows are} missing: with them this may be another territory or BDR.',
  'territory.flip.choose': 'Choose one of them, or change a row of the mapping.',
  'territory.flip.more-employees': '{count} more {count|employee|employees} at {name}: {to}.',
  'territory.flip.fewer-employees': '{count} fewer {count|employee|employees} at {name}: {to}.',
  'territory.flip.expand': '{name} a customer with a Total CARR of {carr} USD: {to}.',
  'territory.flip.land': '{name} no customer any more: {to}.',
  'territory.flip.public-sector': '{name} flagged as public sector: {to}.',

  'command.applied-mapping':
    'Applied the mapping {source}: {count} {count|account changes|accounts change} hands or owner',
  'command.recorded-exception': 'Recorded that {name} goes to {code}',
  'command.dropped-exception': 'Dropped the exception of {name}',
  'command.named': 'Named {name} to {owner}',
  'command.unnamed': 'Took the named flag off {name}',
  'command.assigned': 'Assigned {name} to {bdr}',
  'command.unassigned': 'Took the BDR off {name}',
  'command.assigned-many': 'Assigned {count} {count|account|accounts}',
  'command.asked-extension': 'Asked for an extension of {name}',
  'command.granted-extension': 'Granted the extension of {name}',
  'command.refused-extension': 'Refused the extension of {name}',

  'territory.segment-unknown':
    'SEG-1: the segment of {name} is not known, so no territory can be found. Find an employee count.',
  'territory.unknown-code': 'There is no territory “{code}” in the mapping.',
  'territory.unknown-code-remedy': 'Choose one of the mapping’s territories.',
  'territory.no-reason': 'An exception needs a reason.',
  'territory.no-reason-remedy': 'Say in a few words why.',
  'territory.date-ahead': '{date:date} is in the future.',
  'territory.date-ahead-remedy': 'Give the day on which it was agreed.',
  'territory.who-decided': 'It is not said who decided.',
  'territory.who-decided-remedy': 'Give the name.',
} as const;
