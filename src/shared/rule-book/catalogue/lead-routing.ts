/** What is said about who works a lead, and on which path that was found. */
export const leadRoutingMessages = {
  'routing.is-bdr': '{name}, the BDR Assigned, works this lead.',
  'routing.is-bdr-unassigned':
    'The BDR Assigned works this lead, but nobody is assigned. Assign a BDR first.',
  'routing.is-sdr': '{name} works this lead.',
  'routing.is-round-robin': 'The SDR team works this lead, by round robin.',
  'routing.is-nobody': 'Nobody here works this lead: a partner does.',

  'roe1.no-account': 'ROE-1: it belongs to no existing account, so it goes to the SDR team.',
  'roe1.not-worked': 'ROE-1: {name} is not worked by a BDR ({status:status}), so it goes to the SDR team.',
  'roe2.bdr-activity':
    'ROE-2: {name} is Actively Working, and the BDR was active on {date:date}, within the last {days} days.',
  'roe2.related-activity':
    'ROE-2: {name} is Actively Working, and there was activity on related leads on {date:date}, within the last {days} days.',
  'roe2.silent':
    'ROE-2: {name} is Actively Working, but the CRM has no activity of the last {days} days. Tell the BDR and the BDR’s manager.',
  'roe2.unassigned':
    'ROE-2: {name} is Actively Working, but nobody is its BDR Assigned. Tell the manager of the BDRs.',
  'roe3.restricted':
    'ROE-3: {name} is Restricted. The BDR Assigned asks the AE, whose answer is due in {hours} hours.',
  'roe4.keeps':
    'ROE-4: {name} has a lead of the account in {status}, with activity in the last {days} days or a task in the future.',
  'roe4.earliest': 'ROE-4: {name} has the account’s earliest MQL, of {date:date}.',
  'roe4.this-is-earliest': 'ROE-4: the other MQL is of {date:date}, later than this one.',
  'roe4.round-robin':
    'ROE-4: none of {count} other {count|lead|leads} of the account has an owner who keeps it, so it is round robin.',
  'roe5.partner': 'ROE-5: the partner prospecting flag is set.',
  'roe5.stays':
    'ROE-5: met at a joint partner event, and worked here already, so it stays in spite of the partner flag.',
  'roe6.notes': 'ROE-6: {count} local {count|note does|notes do} not count; only what the CRM has does.',
  'routing.ahead': 'CLK-2: an activity of {date:date} is in the future and does not count. Correct its date.',

  'routing.flip.silence': 'No activity for {days} days after {date:date}: the SDR team.',
  'routing.flip.activity': 'Activity of the last {days} days that is logged in the CRM: the BDR Assigned.',
  'routing.flip.assign': 'A BDR Assigned, with activity in the CRM: that BDR.',
  'routing.flip.lift': 'Moved from Restricted to Queued: the SDR team.',
  'routing.flip.partner-flag': 'Without the partner flag: by the status of its account.',
  'routing.flip.worked-at-event':
    'Met at a joint partner event it stays if its account is Actively Working, or it is in Qualifying or in a sequence.',
} as const;
