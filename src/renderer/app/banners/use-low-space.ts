import { useEffect, useState } from 'react';
import type { LowSpace } from '../../store/space.ts';
import { useSession } from '../session-context.ts';
import { spaceIn } from '../start-session.ts';

/** Free space as the handshake told it, kept up to date by the host. */
export function useLowSpace(): LowSpace {
  const { platform, info } = useSession();
  const [space, setSpace] = useState<LowSpace>(() => spaceIn(info));
  useEffect(
    () =>
      platform.onEvent((event) => {
        if (event.kind === 'space') setSpace(event.low);
      }),
    [platform],
  );
  return space;
}
