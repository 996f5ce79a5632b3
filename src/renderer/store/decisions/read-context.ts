import type { ClockPause } from '../../../shared/accounts/account.ts';
import type { IsoDate } from '../../../shared/clock.ts';
import { defaultProfile, type ScoreProfile } from '../../../shared/priorities/score-profile.ts';
import { settingsOn, type SettingsHistory } from '../../../shared/rule-book/settings-history.ts';
import { exceptionsOf, type Exceptions } from '../../../shared/territories/exceptions.ts';
import { emptyRules } from '../../../shared/workspace/documents.ts';
import type { GroundworkDatabase } from '../database.ts';
import { readDocuments, readRules } from '../reading.ts';
import { mappingInForce } from '../territories/mapping-documents.ts';
import { decisionContext, type DecisionContext, type ReadyMapping } from './context.ts';

/** What documents say, whatever the BDR. */
interface DocumentsRead {
  readonly on: IsoDate;
  readonly history: SettingsHistory;
  readonly profile: ScoreProfile;
  readonly mapping: ReadyMapping | null;
  readonly exceptions: Exceptions;
  readonly pauses: readonly ClockPause[];
}

/** Reads what decisions depend on beside accounts; reads documents again only when one changed or on a new day. */
export class ContextReader {
  readonly #database: GroundworkDatabase;
  #documents: DocumentsRead | undefined;
  #context: DecisionContext | undefined;

  constructor(database: GroundworkDatabase) {
    this.#database = database;
  }

  /** A document changed. */
  forget(): void {
    this.#documents = undefined;
  }

  /** The same object as before when nothing is different. */
  async read({ bdr, today }: { readonly bdr: string; readonly today: IsoDate }): Promise<DecisionContext> {
    const present = this.#context;
    const known = this.#documents;
    if (present && known?.on === today && present.bdr === bdr && present.today === today) return present;
    const documents = known?.on === today ? known : await this.#readDocuments(today);
    this.#documents = documents;
    const { history, ...rest } = documents;
    const context = decisionContext({ ...rest, bdr, today, rules: settingsOn(history, today) }, present);
    this.#context = context;
    return context;
  }

  async #readDocuments(today: IsoDate): Promise<DocumentsRead> {
    const database = this.#database;
    const [rules, profiles, mapping, exceptions, pauses] = await Promise.all([
      readRules(database),
      readDocuments(database, 'scoreProfile'),
      mappingInForce(database, today),
      readDocuments(database, 'exception'),
      readDocuments(database, 'pause'),
    ]);
    const { history, profileId } = rules?.values ?? emptyRules;
    return {
      on: today,
      history,
      profile: profiles.find(({ id }) => id === profileId)?.values.profile ?? defaultProfile,
      mapping,
      exceptions: exceptionsOf(exceptions.map(({ values }) => values.exception)),
      pauses: pauses.map(({ values: { type: _type, ...pause } }) => pause),
    };
  }
}
