import { useEffect, useEffectEvent } from 'react';
import { accountWish, type AccountWish } from './account-wish.ts';

/**
 * Fulfils what a person wants to be shown of this account, once.
 * @param fulfil tells whether the wish was meant for the caller
 */
export function useAccountWish(id: string, fulfil: (wish: AccountWish) => boolean): void {
  const take = useEffectEvent(() => {
    const wish = accountWish.get();
    if (wish?.id === id && fulfil(wish)) accountWish.set(null);
  });
  useEffect(() => {
    take();
    return accountWish.subscribe(() => take());
  }, [id]);
}
