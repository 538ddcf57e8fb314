import { Refusal } from '../../kernel/refusal.ts';

/** One pair of colours that pages put on each other, and what WCAG 2.2 asks of it (1.4.3 text, 1.4.11 controls). */
type Pair = { readonly scheme: Scheme; readonly over: string; readonly under: string; readonly least: number };
type Scheme = 'light' | 'dark';
type Scale = ReadonlyMap<string, string>;

const pairs: readonly Omit<Pair, 'scheme'>[] = [
  { over: 'base-default', under: 'background-default', least: 3 },
  { over: 'base-contrast-default', under: 'base-default', least: 4.5 },
  { over: 'base-contrast-default', under: 'base-hover', least: 4.5 },
  { over: 'text-subtle', under: 'surface-tinted', least: 4.5 },
  { over: 'text-default', under: 'surface-hover', least: 4.5 },
];

export type Theme = { readonly accent: string; readonly css: string };

/** `#RGB` and `#RRGGBB`, with or without the sign, become `#rrggbb`; undefined is no colour. */
export function readAccent(text: string): string | undefined {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim())?.[1]?.toLowerCase();
  if (!digits) return undefined;
  return `#${digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits}`;
}

/**
 * The style sheet of an authority's own colour: Designsystemet's sixteen steps, light and dark, in the layers and under
 * the names of `client/styles/accent.css`.
 * @throws Refusal invalid when it is no colour, or a pair that pages use falls below what WCAG 2.2 AA asks, with the
 *   measured ratio
 */
export async function makeTheme(colour: string): Promise<Theme> {
  const accent = readAccent(colour);
  if (!accent) throw new Refusal('invalid', 'directory.accent.not-a-colour');
  // 125 packages come with it: loaded when a colour is chosen, not when the server starts
  const { generateColorScale } = await import('@digdir/designsystemet/color');
  const scaleOf = (scheme: Scheme): Scale =>
    new Map(generateColorScale(accent as `#${string}`, scheme).map((step) => [step.name, step.hex]));
  const light = scaleOf('light');
  const dark = scaleOf('dark');
  check(light);
  check(dark);
  return { accent, css: styleSheet(light, dark) };
}

function check(scale: Scale): void {
  for (const { over, under, least } of pairs) {
    const ratio = contrast(scale.get(over) ?? '', scale.get(under) ?? '');
    if (ratio >= least) continue;
    const key = over === 'base-default' ? 'against-page' : 'text-on-it';
    throw new Refusal('invalid', `directory.accent.${key}`, {
      measured: (Math.floor(ratio * 100) / 100).toFixed(2),
      least: String(least),
    });
  }
}

/** WCAG 2.2's contrast ratio of two opaque colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]; // two of them
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function styleSheet(light: Scale, dark: Scale): string {
  const steps = (scale: Scale) => [...scale].map(([name, hex]) => `--ds-color-accent-${name}:${hex}`).join(';');
  return [
    '@layer ds.theme.color-scheme.light{',
    `:root,[data-color-scheme="light"],[data-color-scheme="auto"]{${steps(light)}}`,
    '}',
    '@layer ds.theme.color-scheme.dark{',
    `[data-color-scheme="dark"]{${steps(dark)}}`,
    `@media (prefers-color-scheme:dark){[data-color-scheme="auto"]{${steps(dark)}}}`,
    '}',
    '',
  ].join('\n');
}
