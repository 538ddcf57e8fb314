import sharp, { type Sharp } from 'sharp';
import { Refusal } from '../refusal.ts';

/** About the largest that a telephone's camera makes; a small file can claim to unpack to far more. */
const PIXELS_MAX = 64_000_000;
const SECONDS_MAX = 20;

export type ImageKind = 'png' | 'jpeg' | 'webp';

const encoders = {
  png: (image) => image.png(),
  jpeg: (image) => image.jpeg({ quality: 88 }),
  webp: (image) => image.webp({ quality: 88 }),
} as const satisfies Record<ImageKind, (image: Sharp) => Sharp>;

/**
 * The same picture drawn anew: upright, without place, camera, name or anything else that was hidden in the file.
 * @throws Refusal invalid kernel.files.too-large | broken
 */
export async function cleanImage(content: Buffer, kind: ImageKind): Promise<Buffer> {
  const image = sharp(content, { limitInputPixels: PIXELS_MAX, failOn: 'error' });
  const broken = () => new Refusal('invalid', 'kernel.files.broken');
  const { width, height } = await sharp(content, { limitInputPixels: false })
    .metadata()
    .catch(() => Promise.reject(broken()));
  if (width * height > PIXELS_MAX) throw new Refusal('invalid', 'kernel.files.too-large', { maxPixels: PIXELS_MAX });
  return encoders[kind](image.autoOrient())
    .timeout({ seconds: SECONDS_MAX })
    .toBuffer()
    .catch(() => Promise.reject(broken()));
}
