import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Measures the tokens as they stand in the style sheet: a colour changed there is tested here. */
const css = readFileSync(new URL('../../../src/renderer/styles/tokens.css', import.meta.url), 'utf8');

type Rgb = readonly [number, number, number];

/** OKLCH to linear sRGB (Björn Ottosson's matrices), clipped to the gamut. */
function linearRgb(lightness: number, chroma: number, hueDegrees: number): Rgb {
  const hue = (hueDegrees * Math.PI) / 180;
  const a = chroma * Math.cos(hue);
  const b = chroma * Math.sin(hue);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (value: number): number => Math.min(1, Math.max(0, value));
  return [
    clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

const luminance = ([r, g, b]: Rgb): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

function token(name: string, theme: 'light' | 'dark'): Rgb {
  const found = new RegExp(`--${name}:\\s*light-dark\\(oklch\\(([^)]*)\\),\\s*oklch\\(([^)]*)\\)\\)`).exec(
    css,
  );
  const text = found?.[theme === 'light' ? 1 : 2];
  if (text === undefined) throw new Error(`No token --${name}.`);
  const [l = NaN, c = NaN, h = NaN] = text.split(/\s+/).map(Number);
  return linearRgb(l, c, h);
}

function contrast(a: string, b: string, theme: 'light' | 'dark'): number {
  const [high, low] = [luminance(token(a, theme)), luminance(token(b, theme))].sort((x, y) => y - x);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

const grounds = ['canvas', 'surface', 'raised', 'sunken'];
const inks = ['ink', 'ink-muted', 'ink-faint', 'accent-text', 'danger-text', 'warn-text', 'good-text'];
const onWash: readonly (readonly [string, string])[] = [
  ['accent-text', 'accent-wash'],
  ['ink', 'accent-wash'],
  ['ink-muted', 'accent-wash'],
  ['ink-faint', 'accent-wash'],
  ['danger-text', 'danger-wash'],
  ['warn-text', 'warn-wash'],
  ['ink', 'warn-wash'],
  ['good-text', 'good-wash'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
];

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  it.each(grounds.flatMap((ground) => inks.map((ink) => [ink, ground] as const)).concat(onWash))(
    'keeps %s readable on %s (AA, 4.5:1)',
    (ink, ground) => {
      expect(contrast(ink, ground, theme)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(grounds)('shows the focus ring and the edges of controls on %s (3:1)', (ground) => {
    expect(contrast('focus', ground, theme)).toBeGreaterThanOrEqual(3);
    expect(contrast('accent', ground, theme)).toBeGreaterThanOrEqual(3);
    expect(contrast('control-border', ground, theme)).toBeGreaterThanOrEqual(3);
  });
});

it('measures black on white as 21', () => {
  expect(luminance(linearRgb(1, 0, 0))).toBeCloseTo(1, 3);
  expect(luminance(linearRgb(0, 0, 0))).toBeCloseTo(0, 6);
});
