/** The letters before a diary number, for people to say: `sottunga` → `SOT`. */
export function diaryPrefix(slug: string): string {
  return slug.replaceAll('-', '').slice(0, 3).toUpperCase();
}
