import { useSyncExternalStore, type ReactNode } from 'react';
import { Button } from '../components/button.tsx';
import { ProgressBar } from '../components/progress-bar.tsx';
import { largeImportUnderWay } from '../screens/exchange/large-import.ts';
import { importOf } from '../screens/exchange/use-exchange.ts';
import { openScreen, useAppLocation } from './location.ts';
import { pathOf, screenOf } from './routes.ts';
import { useStore } from './store-context.tsx';

const nothingToHear = (): (() => void) => () => undefined;

/**
 * While a very large import is written nothing else can be, and half of it is nothing to look at: the work
 * shows how far it is. Exchange itself stays: it tells the same and can stop it.
 */
export function ImportGate({ children }: { readonly children: ReactNode }) {
  const wizard = importOf(useStore());
  // An import begins in Exchange: going elsewhere draws this anew, and then its wizard is there.
  const { path } = useAppLocation();
  const working = useSyncExternalStore(wizard?.subscribe ?? nothingToHear, () =>
    wizard === undefined ? null : largeImportUnderWay(wizard.get()),
  );
  if (working === null || screenOf(path) === 'exchange') return children;
  return (
    <div className="opening-progress">
      <h1>A large import is being written</h1>
      <ProgressBar label="Importing" done={working.done} of={working.of} />
      <p className="muted">
        Until it is whole, nothing else can be changed. It is all there at once when it is done, and one Undo
        takes all of it back.
      </p>
      <div>
        <Button onClick={() => openScreen(pathOf('exchange'))}>Go to the import</Button>
      </div>
    </div>
  );
}
