import { lazy, type ComponentType } from 'react';

/** A part of the app that is fetched when it is first wanted. */
export interface OnDemand {
  readonly Screen: ComponentType;
  /** Fetches it ahead. Once it is there it renders at once, without a fallback in between. */
  readonly preload: () => Promise<void>;
}

export function onDemand(load: () => Promise<ComponentType>): OnDemand {
  let loaded: ComponentType | undefined;
  const fetched = async (): Promise<ComponentType> => (loaded ??= await load());
  const Later = lazy(async () => ({ default: await fetched() }));
  return {
    Screen: () => {
      const Present = loaded ?? Later;
      return <Present />;
    },
    preload: async () => {
      await fetched();
    },
  };
}
