import type { Command } from '../api.ts';
import { dropQuarantined, putBackQuarantined } from '../integrity/quarantine-commands.ts';
import { changeSettings } from './change-settings.ts';
import { createAccount } from './create-account.ts';
import { deleteAccounts } from './delete-accounts.ts';
import { editAccounts } from './edit-accounts.ts';
import { loadSample } from './load-sample.ts';
import { moveAccounts } from './move-accounts.ts';
import { nominate } from './nominate.ts';
import { createProspect, deleteProspect, editProspect } from './prospects.ts';
import type { CommandRoom, Done } from './room.ts';
import { runRuleBookCommand } from './run-rule-book-command.ts';

/** Every command by its kind. @throws Refused, BookBehind, or what the engine throws; nothing is written then */
export function runCommand(room: CommandRoom, command: Command): Promise<Done> {
  switch (command.kind) {
    case 'createAccount':
      return createAccount(room, command);
    case 'editAccounts':
      return editAccounts(room, command);
    case 'moveAccounts':
      return moveAccounts(room, command);
    case 'deleteAccounts':
      return deleteAccounts(room, command);
    case 'createProspect':
      return createProspect(room, command);
    case 'editProspect':
      return editProspect(room, command);
    case 'deleteProspect':
      return deleteProspect(room, command);
    case 'nominate':
      return nominate(room, command);
    case 'changeSettings':
      return changeSettings(room, command);
    case 'loadSample':
      return loadSample(room, command);
    case 'putBackQuarantined':
      return putBackQuarantined(room, command);
    case 'dropQuarantined':
      return dropQuarantined(room, command);
    default:
      return runRuleBookCommand(room, command);
  }
}
