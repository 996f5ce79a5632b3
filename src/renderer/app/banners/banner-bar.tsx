import { CircleAlert, Info, TriangleAlert, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { useAnnounce } from '../../components/live-region.tsx';
import { openScreen, useAppLocation } from '../location.ts';
import { dataPath, pathOf } from '../routes.ts';
import { RuleWords } from '../rule-link.tsx';
import { useBanners } from './use-banners.ts';
import './banners.css';

const icons = { danger: CircleAlert, warn: TriangleAlert, note: Info } as const;

/** One quiet bar under the top line for what a person should know now; several take turns. */
export function BannerBar() {
  const { banners: all, dismiss } = useBanners();
  const [turn, setTurn] = useState(0);
  const { path } = useAppLocation();
  // Today says it itself, with what can be done about it.
  const banners = path === pathOf('today') ? all.filter(({ to }) => to !== 'today') : all;
  const announce = useAnnounce();
  const at = banners.length === 0 ? 0 : turn % banners.length;
  const banner = banners[at];
  const words = banner === undefined ? null : `${banner.title}. ${banner.text}`;
  const urgent = banner?.tone === 'danger';
  const id = banner?.id;
  useEffect(() => {
    if (id !== undefined && words !== null) announce(words, urgent ? 'assertive' : 'polite');
    // oxlint-disable-next-line react/exhaustive-deps -- once for each trouble, though a number in it changes
  }, [id]);
  if (banner === undefined) return null;
  const Icon = icons[banner.tone];
  return (
    <section className="banner" data-tone={banner.tone} aria-label="Notice">
      <Icon aria-hidden />
      <p className="banner-words">
        <strong>{banner.title}.</strong> <RuleWords text={banner.text} />
      </p>
      <div className="banner-tools">
        {banners.length > 1 && (
          <Button
            size="small"
            variant="quiet"
            aria-label={`Next notice, ${at + 1} of ${banners.length} is shown`}
            onClick={() => setTurn(at + 1)}
          >
            {at + 1} of {banners.length}
          </Button>
        )}
        {banner.to === 'data' && path !== dataPath && (
          <Button size="small" onClick={() => openScreen(dataPath)}>
            Details
          </Button>
        )}
        {banner.to === 'today' && (
          <Button size="small" onClick={() => openScreen(pathOf('today'))}>
            Show on Today
          </Button>
        )}
        {banner.dismissable !== undefined && (
          <IconButton size="small" label="Dismiss" icon={<X aria-hidden />} onClick={() => dismiss(banner)} />
        )}
      </div>
    </section>
  );
}
