import { ArrowDownUp, BookOpenText, Columns3, Map as MapIcon, Settings, Sun, Table2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useAppLocation, openScreen } from './location.ts';
import { builtRoutes, screenOf, type BuiltScreenId } from './routes.ts';
import './rail.css';

const icons: Record<BuiltScreenId, ReactNode> = {
  today: <Sun aria-hidden />,
  board: <Columns3 aria-hidden />,
  accounts: <Table2 aria-hidden />,
  territories: <MapIcon aria-hidden />,
  exchange: <ArrowDownUp aria-hidden />,
  rules: <BookOpenText aria-hidden />,
  settings: <Settings aria-hidden />,
};

/** The screens by name. Real links: they can be opened by keyboard, and their address copied. */
export function Rail() {
  const { path } = useAppLocation();
  const here = screenOf(path);
  return (
    <nav className="rail" aria-label="Screens">
      <div className="rail-brand" aria-hidden>
        <svg viewBox="0 0 16 16" width="16" height="16">
          <path className="rail-brand-back" d="M2 10.2 8 7l6 3.2L8 13.4z" />
          <path d="M2 6.2 8 3l6 3.2-6 3.2z" />
        </svg>
        Groundwork
      </div>
      <ul>
        {builtRoutes.map((route) => (
          <li key={route.id} className={route.id === 'settings' ? 'rail-last' : undefined}>
            <a
              href={`#${route.path}`}
              className="rail-link"
              aria-current={route.id === here ? 'page' : undefined}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
                event.preventDefault();
                openScreen(route.path);
              }}
            >
              {icons[route.id]}
              {route.name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
