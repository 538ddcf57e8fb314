/** Local part and domain, without what could end a header or name a second recipient. */
const ADDRESS = /^[^\s@<>(),;:"[\]\\]{1,64}@[^\s@<>(),;:"[\]\\.]+(\.[^\s@<>(),;:"[\]\\.]+)+$/;

/** Enough to catch slips; whether it exists is for the mail to tell. RFC 5321 4.5.3.1.3: at most 254 characters. */
export function isEmailAddress(text: string): boolean {
  return text.length <= 254 && ADDRESS.test(text);
}
