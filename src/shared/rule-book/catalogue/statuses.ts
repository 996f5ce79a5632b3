/** What is said about moves between statuses. Remedies end in `-remedy`. */
export const statusMessages = {
  'aw0.impossible': 'AW-0: {from:status} cannot become {to:status}.',
  'aw0.impossible-remedy': 'From {from:status} it can go to {moves:statuses}.',

  'aw1.assigned-to-other': 'AW-1: assigned to {owner}, and only the BDR Assigned moves an account.',
  'aw1.assigned-to-other-remedy': 'Ask {owner} to move it, or change BDR Assigned first.',
  'aw1.no-bdr': 'AW-1: the workspace does not know whose book this is.',
  'aw1.no-bdr-remedy': 'Set the BDR in Settings.',
  'aw1.working-by-other': 'AW-1: Actively Working, but assigned to {owner}.',
  'aw1.working-unassigned': 'AW-1: Actively Working, but BDR Assigned is empty. Fill it in.',

  'aw2.no-start': 'AW-2: Actively Working without a start date, so its clocks do not run.',
  'aw2.start-in-future': 'AW-2: the Actively Working start date {date:date} is in the future.',

  'aw6.full': 'AW-6: no free {segment} slot, {used} of {limit}.',
  'aw6.full-remedy':
    'Release {release} {segment} {release|account|accounts}, or raise the limit in Settings.',
  'aw6.over':
    'AW-6: {used} of {limit} {segment} slots are taken. Nobody is evicted, but no account can enter.',
  'aw6.segment-unknown': 'AW-6: the segment is unknown, so no slot can be counted.',
  'aw6.segment-unknown-remedy': 'Fill in an employee count that decides the segment.',

  'aw7.assigned-to-other': 'AW-7: assigned to {owner}, so it cannot enter your Actively Working.',
  'aw7.assigned-to-other-remedy': 'Ask {owner} to work it, or change BDR Assigned first.',
  'aw7.restricted': 'AW-7: the account is Restricted.',
  'aw7.restricted-remedy': 'Once it may be worked again, move it to Queued first.',

  'aw8.reason-missing': 'AW-8: a restricted account needs a reason.',
  'aw8.asked-by-missing': 'AW-8: a restricted account needs the name of who asked for it.',
  'aw8.details-remedy': 'Give the reason and who asked, as in “open renewal talks”, “Dana Wells”.',
} as const;
