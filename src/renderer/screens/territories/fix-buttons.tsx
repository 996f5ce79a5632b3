import { useState } from 'react';
import { say } from '../../../shared/rule-book/messages.ts';
import type { TerritoryException } from '../../../shared/territories/exceptions.ts';
import type { Fix } from '../../../shared/territories/work-list.ts';
import { useRunCommand } from '../../app/use-run-command.ts';
import { useStore } from '../../app/store-context.tsx';
import { Button } from '../../components/button.tsx';
import { useToast } from '../../components/toast.tsx';
import type { KnownException, NamedWorkItem } from '../../store/questions/questions.ts';
import { ExceptionDialog } from './exception-dialog.tsx';
import { FillDialog, type FillFix } from './fill-dialog.tsx';
import { readAllRows } from './read-all-rows.ts';
import { openSection } from './sections.ts';
import { useMappingWork } from './use-mapping-work.ts';
import { fillNames } from './work-words.ts';

/** What settles an item, with one click each; where a value is missing it is asked for. */
export function FixButtons({ item }: { readonly item: NamedWorkItem }) {
  const store = useStore();
  const run = useRunCommand();
  const toast = useToast();
  const { work } = useMappingWork();
  const [filling, setFilling] = useState<FillFix | null>(null);
  const [choosing, setChoosing] = useState<{ readonly last: TerritoryException | null } | null>(null);

  const editRows = async (row: number | null): Promise<void> => {
    const rows = await readAllRows(store, null);
    work.setEdit({ rows, source: 'Mapping, edited', at: row ?? rows.length - 1 });
    openSection('mapping');
  };
  const exceptionOf = async (account: string): Promise<KnownException | undefined> =>
    (await store.ask('exceptions', null)).find(({ exception }) => exception.accountId === account);
  const choose = async (): Promise<void> => {
    const last = keepsBasis.has(item.finding.message.id) ? await exceptionOf(item.account) : undefined;
    setChoosing({ last: last?.exception ?? null });
  };
  const doIt = async (fix: Fix): Promise<void> => {
    switch (fix.kind) {
      case 'choose': {
        const { account: accountId, territory } = fix;
        const reason = `Settles: ${say(item.finding.message)}`;
        await run(
          { kind: 'recordException', exception: { accountId, territory, reason, basis: 'resolution' } },
          { tell: true },
        );
        break;
      }
      case 'fill':
        setFilling(fix);
        break;
      case 'edit-row':
        await editRows(fix.row);
        break;
      case 'add-row':
        await editRows(null);
        break;
      case 'assign': {
        const assignments = await store.ask('roundRobin', { ids: fix.accounts });
        if (assignments.length > 0) await run({ kind: 'assignAccounts', assignments }, { tell: true });
        else
          toast.show({
            tone: 'problem',
            title:
              'TER-1: no BDR of the mapping works this segment and motion. Add a row, or assign by hand.',
          });
        break;
      }
      case 'drop-exception': {
        const own = await exceptionOf(fix.account);
        if (own) await run({ kind: 'dropException', id: own.id }, { tell: true });
        break;
      }
    }
  };
  return (
    <div className="cluster work-item-fixes">
      {item.fixes.map((fix) => (
        <Button
          key={JSON.stringify(fix)}
          size="small"
          aria-label={`${fixWords(fix)}: ${item.accountName}`}
          onClick={() => void doIt(fix)}
        >
          {fixWords(fix)}
        </Button>
      ))}
      {choosable.has(item.finding.message.id) && (
        <Button
          size="small"
          aria-label={`Choose a territory: ${item.accountName}`}
          onClick={() => void choose()}
        >
          Choose a territory…
        </Button>
      )}
      {choosing && (
        <ExceptionDialog
          about={{ id: item.account, name: item.accountName }}
          last={choosing.last}
          onClose={() => setChoosing(null)}
        />
      )}
      {filling && <FillDialog fix={filling} name={item.accountName} onClose={() => setFilling(null)} />}
    </div>
  );
}

/** A child that was handed over (TER-5) is handed to another territory by those who agreed before. */
const keepsBasis: ReadonlySet<string> = new Set(['ter5.territory-gone']);

/** Nothing fits: any territory may be chosen. */
const choosable: ReadonlySet<string> = new Set([
  'ter7.no-match',
  'ter2.no-state',
  'ter2.no-postal',
  'ter6.no-territory',
  ...keepsBasis,
]);

function fixWords(fix: Fix): string {
  switch (fix.kind) {
    case 'choose':
      return `Choose ${fix.territory}`;
    case 'fill':
      return `Fill in ${fillNames[fix.field].toLowerCase()}`;
    case 'edit-row':
      return `Edit row ${fix.number}`;
    case 'add-row':
      return 'Add a row';
    case 'assign':
      return 'Assign in turn';
    case 'drop-exception':
      return 'Drop the exception';
  }
}
