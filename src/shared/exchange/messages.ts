/** What is said about files, columns and rows. Every refusal says what is wrong and how to mend it. */
export const exchangeMessages = {
  'exchange.cancelled': 'Cancelled. Nothing was changed.',

  'exchange.file.none': 'No file was chosen. Choose a CSV file, or drop one here.',
  'exchange.file.several': 'Drop one file at a time: {count} files came at once.',
  'exchange.file.empty': 'The file is empty (0 bytes). Export the list again and choose the new file.',
  'exchange.file.only-blanks':
    'The file holds nothing but blank lines. Export the list again and choose the new file.',
  'exchange.file.binary':
    'This is no text file: it holds bytes that no list has. Save the list as “CSV UTF-8” and choose that file.',
  'exchange.file.excel':
    'This is an Excel workbook (.xlsx). In Excel choose File, Save As, “CSV UTF-8”, and import that file.',
  'exchange.file.excel-97':
    'This is an old Excel workbook (.xls) or another Office document. Open it, save it as “CSV UTF-8”, and import that file.',
  'exchange.file.archive': 'This is a compressed archive. Unpack it and choose the CSV file inside.',
  'exchange.file.pdf': 'This is a PDF document. Ask for the same list as a CSV file.',
  'exchange.file.picture': 'This is a picture. Ask for the same list as a CSV file.',
  'exchange.file.program': 'This is a program, not a list. Choose a CSV file.',
  'exchange.file.rich-text': 'This is a formatted text document. Save the list as a CSV file.',
  'exchange.file.web-page':
    'This is a web page, probably a sign-in page that was saved instead of the list. Sign in to the CRM and export again.',
  'exchange.file.header-only':
    'The file has a header but no rows below it. Export the list again with its rows.',
  'exchange.file.header-malformed':
    'A quote in the header (row {row}) is opened and not closed properly. Mend the header in a text editor and choose the file again.',
  'exchange.file.unterminated':
    'In row {row} a quote is opened and never closed, so nothing after it can be told apart. Close the quote and choose the file again.',
  'exchange.file.too-many-columns':
    'The file has {columns} columns; the most is {most}. Check the separator, or export fewer columns.',
  'exchange.file.unreadable':
    'The file could not be read ({what}). It may have been moved or changed; choose it again.',

  'exchange.mapping.no-name':
    'No column is mapped to Account Name. Choose it for the column that holds the names; an account cannot be without one.',
  'exchange.mapping.twice':
    '{count} columns are mapped to “{field}”. Keep one and give the others another field.',
  'exchange.mapping.custom-without-name': 'A custom field needs a name.',

  'exchange.note.duplicate-header':
    'Two columns are called “{header}”. The second one is kept as “{renamed}”.',
  'exchange.note.unreadable':
    '{count} {count|letter|letters} could not be read as {encoding}. Look through the preview, or choose another encoding.',
  'exchange.note.mixed-line-ends': 'Lines end in different ways; line breaks inside cells were made alike.',
  'exchange.note.start-not-taken':
    'The Actively Working Start Date {date} was not taken: the account is not Actively Working.',
  'exchange.note.segment-waits':
    'SEG-4: its new count makes it {segment} by itself; {confirmed} stays in force until the change is confirmed at review.',
  'exchange.note.own-parent': 'The account names itself as its parent; that was left out.',

  'exchange.row.no-name': 'The account has no name. Fill it in.',
  'exchange.row.too-many-cells':
    'The row has {cells} cells, the header {columns}. Quote cells that hold the separator, or remove what is too much.',
  'exchange.row.cell-too-large': 'The cell is larger than 1 MB. Shorten it, or leave the column out.',
  'exchange.row.unterminated': 'A quote is opened in this row and never closed. Close it.',
  'exchange.row.unterminated-lines':
    'A quote is opened in this row and never closed, so this and what follows, {lines} {lines|line|lines}, were read as one cell. Close the quote and import again.',
  'exchange.row.bad-quote': 'A quote inside a quoted cell is not doubled. Write it twice.',
  'exchange.row.bad-quote-lines':
    'A quote is not closed or not doubled, so {lines} {lines|line|lines} were read as one row. Mend the quotes there.',

  'exchange.cell.number':
    '“{cell}” is no number for {field}. Correct it, or map the column to a custom field.',
  'exchange.cell.count': '“{cell}” is no whole number of 0 or more for {field}. Correct it.',
  'exchange.cell.date':
    '“{cell}” is no date for {field}, or its year is not between 1900 and 2100. Write 2026-11-21, or choose another order of day and month.',
  'exchange.cell.yes-no': '“{cell}” is neither yes nor no for {field}. Write Yes or No.',
  'exchange.cell.priority': '“{cell}” is no {field}. Write 1, 2 or 3.',
  'exchange.cell.choice':
    '“{cell}” is not one of the values of {field}. Correct it, or map the column to a custom field.',
  'exchange.cell.linkedin':
    'SEG-4: LinkedIn is not accepted as a source, so “{cell}” was left out; the rest of the row stands. Link to a filing, a newspaper article or a report of the company itself.',
  'exchange.cell.no-source':
    'SEG-4: “{cell}” is no link to a source, so it was left out; the rest of the row stands. Paste an address that begins with https://.',
  'exchange.cell.list':
    '“{cell}” could not be read as {field}. Correct it, or map the column to a custom field.',

  'exchange.ask.same-crm-id': '{candidates} accounts have this CRM id.',
  'exchange.ask.same-domain': '{candidates} accounts have this domain, and none this name.',
  'exchange.ask.same-name': '{candidates} accounts have this name.',
  'exchange.ask.id-against-domain': 'The CRM id points to one account, the domain to another.',
  'exchange.ask.other-crm-id': 'An account has this domain, but another CRM id.',
  'exchange.ask.name-other-crm-id': 'An account has this name, but another CRM id.',
  'exchange.ask.domain-against-name': 'The domain points to one account, the name to another.',
  'exchange.ask.name-against-domain': 'An account has this name, but another domain.',
  'exchange.ask.second-by-domain': 'An earlier row has the same domain under another name.',
  'exchange.ask.second-by-name': 'An earlier row has the same name in another place.',
  'exchange.ask.renamed': 'An earlier row gives the account of this name another name.',

  'exchange.mapping.no-name-people':
    'No column is the person’s name. Choose the column of names, or those of first and last names.',
  'exchange.mapping.no-name-opportunities':
    'No column is the opportunity’s name or CRM id. Choose one of them.',
  'exchange.mapping.no-account':
    'No column tells the account. Choose its CRM id, its website or its name; for people a mail address will do.',
  'exchange.cell.record-choice': '“{cell}” is not one of the values of {field}: {choices}. Correct it.',
  'exchange.record.no-account':
    'EX-3: no account of the book has this CRM id, domain or name. Import the account first, or correct the row.',
  'exchange.record.no-name-people': 'The person has no name. Fill it in.',
  'exchange.record.no-name-opportunities': 'The opportunity has neither name nor CRM id. Fill one in.',
  'exchange.record.several-crm-id': 'EX-3: several accounts have this CRM id.',
  'exchange.record.several-domain': 'EX-3: several accounts have this domain.',
  'exchange.record.several-name': 'EX-3: several accounts have this name.',
  'exchange.record.several-people': 'EX-3: several people at the account could be this one.',
  'exchange.record.several-opportunities': 'EX-3: several opportunities at the account could be this one.',
  'exchange.record.other-account':
    'The book has it at {account}; an import never moves it to another account.',
  'exchange.seen.unused': 'No field has this name, so it is left out.',
  'exchange.seen.mail': 'The cells look like mail addresses.',
  'exchange.seen.phone': 'The cells look like phone numbers.',
  'exchange.seen.name': 'The header says {field}.',
  'exchange.seen.custom': 'The workspace has a custom field of this name.',
  'exchange.seen.unknown': 'No field has this name, so it is kept as a custom field.',
  'exchange.seen.refusal-note': 'Groundwork wrote this column to say why the row was refused.',
  'exchange.seen.duplicate': 'The second column called “{header}”.',
  'exchange.seen.taken': 'The column “{header}” fits the field better.',
  'exchange.seen.name-not-content': 'The header says {field}, but most cells do not fit it.',
  'exchange.seen.crm-id': '{share} % of the cells look like Salesforce account ids.',
  'exchange.seen.status': '{share} % of the cells are prospecting statuses.',
  'exchange.seen.state': '{share} % of the cells are US states.',
  'exchange.seen.country': '{share} % of the cells are countries.',
  'exchange.seen.website': '{share} % of the cells look like websites.',
  'exchange.seen.employee-range': '{share} % of the cells look like ranges of employees.',
  'exchange.seen.zip': 'The cells look like US postal codes beside a column of states.',
  'exchange.seen.like-names': 'The cells look like names of organisations.',
  'exchange.seen.scale': 'By revenue per employee the numbers seem to be in units of {scale} USD.',

  'exchange.export.no-mapping': 'There is no territory mapping to export yet. Import one first.',
  'exchange.export.no-review':
    'SEG-4: nothing waits for a review: no proposal and no new data would change a segment.',
  'exchange.export.nothing':
    'There is no account to export. Choose other accounts, or include the public sector.',
} as const;
