const LAST_SERIAL = 2_958_465; // 9999-12-31

/**
 * The day that a number of a sheet stands for: days since 1900, in which a 29 February 1900 that never was is counted
 * (serial 60), or since 1904. The time of day is left out.
 * @returns undefined when it is no day
 */
export function dayOfSerial(serial: number, from1904: boolean): string | undefined {
  const days = Math.floor(serial);
  if (!(days >= (from1904 ? 0 : 1)) || days > LAST_SERIAL || (!from1904 && days === 60)) return undefined;
  const start = from1904 ? '1904-01-01' : days < 60 ? '1899-12-31' : '1899-12-30';
  return Temporal.PlainDate.from(start).add({ days }).toString();
}
