import { Redo2, Search, Undo2 } from 'lucide-react';
import { say } from '../../shared/rule-book/messages.ts';
import { IconButton } from '../components/icon-button.tsx';
import { Kbd } from '../components/kbd.tsx';
import { useOverlays } from './overlays-context.ts';
import { SaveStateWord } from './save-state-word.tsx';
import { useStoreStatus } from './store-context.tsx';
import { useUndo } from './use-undo.ts';
import './top-line.css';

/** Always in view: whose workspace, search, undo and redo, and whether everything is safe. */
export function TopLine() {
  const { settings, undo: nextUndo, redo: nextRedo } = useStoreStatus();
  const { undo, redo } = useUndo();
  const { openPalette } = useOverlays();
  return (
    <header className="top-line">
      <div className="top-line-workspace truncate" title={settings.name}>
        {settings.name}
        {settings.bdr !== '' && <span className="faint"> · {settings.bdr}</span>}
      </div>
      <button type="button" className="top-line-search" onClick={openPalette}>
        <Search aria-hidden />
        <span>Search or do…</span>
        <Kbd keys="Mod+K" />
      </button>
      <div className="top-line-end">
        <SaveStateWord />
        <IconButton
          label="Undo"
          tip={nextUndo === null ? 'Nothing to undo' : `Undo: ${say(nextUndo)}`}
          shortcut="Mod+Z"
          disabled={nextUndo === null}
          icon={<Undo2 aria-hidden />}
          onClick={undo}
        />
        <IconButton
          label="Redo"
          tip={nextRedo === null ? 'Nothing to redo' : `Redo: ${say(nextRedo)}`}
          shortcut="Mod+Shift+Z"
          disabled={nextRedo === null}
          icon={<Redo2 aria-hidden />}
          onClick={redo}
        />
      </div>
    </header>
  );
}
