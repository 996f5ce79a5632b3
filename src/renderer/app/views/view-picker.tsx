import {
  ChevronDown,
  Columns3,
  Download,
  LayoutList,
  Pencil,
  Plus,
  Save,
  Trash2,
  Upload,
} from 'lucide-react';
import { useRef, useState } from 'react';
import { say } from '../../../shared/rule-book/messages.ts';
import type { ViewList } from '../../../shared/views/saved-view.ts';
import { readView, writeView } from '../../../shared/views/view-file.ts';
import { Button } from '../../components/button.tsx';
import { Menu, type MenuEntry } from '../../components/menu.tsx';
import { useToast } from '../../components/toast.tsx';
import type { KnownView } from '../../store/questions/questions.ts';
import { download } from '../download.ts';
import { useStore } from '../store-context.tsx';
import { TextDialog } from '../text-dialog.tsx';
import { useAnswer } from '../use-answer.ts';
import { useRunCommand } from '../use-run-command.ts';
import {
  sameSettings,
  settingsOf,
  settingsOfShipped,
  viewOf,
  withoutBoard,
  type ListSettings,
} from './list-settings.ts';
import './views.css';

export interface ViewPickerProps {
  readonly list: ViewList;
  /** What the list is called when no view is chosen. */
  readonly all: { readonly name: string; readonly settings: ListSettings };
  /** The view that was chosen last: the key of a shipped one or the id of an own one; `null` = all. */
  readonly chosen: string | null;
  readonly settings: ListSettings;
  /** It stands above the board: what is saved there holds how the board is shown. */
  readonly onBoard?: boolean;
  /** A view that leaves the board as it is comes with how that is shown now. */
  readonly onChoose: (chosen: string | null, settings: ListSettings) => void;
}

const keyOf = ({ id, shipped }: KnownView): string => id ?? shipped ?? '';

const settingsOfKnown = ({ view, shipped }: KnownView): ListSettings =>
  shipped === null ? settingsOf(view) : settingsOfShipped(view);

/** Files larger than this are no views, in bytes. */
const largestFile = 200_000;

/** The views of a list: choose one, keep the present settings as one's own, share one as a file. */
export function ViewPicker({ list, all, chosen, settings, onBoard = false, onChoose }: ViewPickerProps) {
  const store = useStore();
  const run = useRunCommand();
  const toast = useToast();
  const known = (useAnswer('views', null) ?? []).filter(({ view }) => view.list === list);
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null);
  const file = useRef<HTMLInputElement>(null);
  const present = known.find((view) => keyOf(view) === chosen);
  const base = present ? settingsOfKnown(present) : all.settings;
  const holdsBoard = base.board !== undefined;
  const isChanged = !sameSettings(holdsBoard ? settings : withoutBoard(settings), base);
  const name = present?.view.name ?? all.name;
  /** What a view keeps of the present settings. */
  const kept = onBoard || holdsBoard ? settings : withoutBoard(settings);

  const choose = (next: string | null, wanted: ListSettings): void => {
    const { board } = settings;
    onChoose(next, wanted.board !== undefined || board === undefined ? wanted : { ...wanted, board });
  };

  const item = (view: KnownView): MenuEntry => ({
    kind: 'item',
    id: keyOf(view),
    label: view.view.name,
    ...(view.shipped !== null && { hint: view.view.text }),
    checked: keyOf(view) === chosen,
    onSelect: () => choose(keyOf(view), settingsOfKnown(view)),
  });
  const own = known.filter(({ id }) => id !== null);

  /** The view that was made just now. */
  const newest = async (): Promise<string | null> => {
    const ids = new Set(known.map(keyOf));
    const now = await store.ask('views', null);
    return now.find((view) => view.id !== null && view.view.list === list && !ids.has(view.id))?.id ?? null;
  };

  const save = async (id: string | null, as: string): Promise<boolean> => {
    const outcome = await run({ kind: 'saveView', id, view: viewOf(list, as, kept) }, { tell: true });
    if (outcome.ok) choose(id ?? (await newest()), kept);
    return outcome.ok;
  };

  const take = async (chosenFile: File): Promise<void> => {
    const text = chosenFile.size > largestFile ? '' : await chosenFile.text();
    const read = readView(text);
    if (!read.ok) {
      toast.show({ tone: 'problem', title: `${chosenFile.name}: ${say(read.error)}` });
      return;
    }
    if (read.value.list !== list) {
      toast.show({
        tone: 'problem',
        title: `${chosenFile.name} is a view of ${read.value.list}. Import it there.`,
      });
      return;
    }
    const outcome = await run({ kind: 'saveView', id: null, view: read.value }, { tell: true });
    if (outcome.ok) choose(await newest(), settingsOf(read.value));
  };

  const entries: MenuEntry[] = [
    {
      kind: 'item',
      id: 'all',
      label: all.name,
      checked: chosen === null,
      onSelect: () => choose(null, all.settings),
    },
    {
      kind: 'group',
      id: 'shipped',
      label: 'Shipped views',
      entries: known.filter(({ id }) => id === null).map(item),
    },
    ...(own.length > 0
      ? [{ kind: 'group' as const, id: 'own', label: 'Your views', entries: own.map(item) }]
      : []),
  ];
  const presentId = present?.id ?? null;
  const doing: MenuEntry[] = [
    {
      kind: 'item',
      id: 'save-as',
      label: 'Save as a new view…',
      icon: <Plus aria-hidden />,
      onSelect: () => setNaming('new'),
    },
    ...(present && presentId !== null
      ? ([
          {
            kind: 'item',
            id: 'save',
            label: `Save the changes to ${name}`,
            icon: <Save aria-hidden />,
            disabled: !isChanged,
            onSelect: () => void save(presentId, present.view.name),
          },
          ...(onBoard && !holdsBoard
            ? [
                {
                  kind: 'item' as const,
                  id: 'save-board',
                  label: `Save columns and lanes of the board in ${name}`,
                  icon: <Columns3 aria-hidden />,
                  onSelect: () => void save(presentId, present.view.name),
                },
              ]
            : []),
          {
            kind: 'item',
            id: 'rename',
            label: `Rename ${name}…`,
            icon: <Pencil aria-hidden />,
            onSelect: () => setNaming('rename'),
          },
          {
            kind: 'item',
            id: 'delete',
            label: `Delete ${name}`,
            icon: <Trash2 aria-hidden />,
            danger: true,
            onSelect: () => {
              void run({ kind: 'deleteView', id: presentId }, { tell: true });
              choose(null, all.settings);
            },
          },
        ] satisfies MenuEntry[])
      : []),
    { kind: 'separator', id: 'files' },
    {
      kind: 'item',
      id: 'export',
      label: 'Export this view as a file',
      icon: <Download aria-hidden />,
      onSelect: () =>
        download(
          new Blob([writeView(viewOf(list, name, kept))], { type: 'application/json' }),
          `${fileName(name)}.view.json`,
        ),
    },
    {
      kind: 'item',
      id: 'import',
      label: 'Import a view…',
      icon: <Upload aria-hidden />,
      onSelect: () => file.current?.click(),
    },
  ];
  return (
    <div className="view-picker" role="group" aria-label="View">
      <Menu
        entries={entries}
        label="Views"
        trigger={
          <Button variant="quiet" className="view-picker-name" icon={<LayoutList aria-hidden />}>
            <span className="visually-hidden">View: </span>
            <span className="truncate">{name}</span>
            {isChanged && <span className="view-picker-changed">changed</span>}
            <ChevronDown aria-hidden />
          </Button>
        }
      />
      <Menu
        entries={doing}
        label="What to do with this view"
        trigger={<Button variant="quiet">View…</Button>}
      />
      <input
        ref={file}
        type="file"
        className="visually-hidden"
        aria-label="View file"
        tabIndex={-1}
        accept=".json,application/json"
        onChange={(event) => {
          const [first] = [...(event.currentTarget.files ?? [])];
          // The same file may be chosen again after it was mended.
          event.currentTarget.value = '';
          if (first) void take(first);
        }}
      />
      {naming !== null && (
        <TextDialog
          title={naming === 'new' ? 'Save as a new view' : 'Rename the view'}
          label="Name of the view"
          start={naming === 'new' ? '' : name}
          does="Save"
          problemOf={(as) =>
            as === '' || as.length > 80 ? 'A view needs a name of 1 to 80 characters.' : undefined
          }
          onSubmit={(as) => save(naming === 'new' ? null : presentId, as)}
          onClose={() => setNaming(null)}
        />
      )}
    </div>
  );
}

/** A view's name as that of a file on any system. */
const fileName = (name: string): string =>
  name
    .replace(/[^\p{L}\p{N} _-]+/gu, '')
    .trim()
    .replace(/\s+/g, '-')
    .toLowerCase() || 'view';
