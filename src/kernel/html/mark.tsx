/** The mark of Allmänning: one piece of land, several fields, one village. */
export function ProductMark() {
  return (
    <svg class="al-mark" viewBox="0 0 32 32" width="36" height="36" aria-hidden="true" focusable="false">
      <rect class="al-mark__land" width="32" height="32" rx="8" />
      <path
        class="al-mark__field"
        d="M0 21.5c6-4.6 12.2-5.2 18.6-2.2 4.7 2.2 9.2 2.4 13.4.4V24a8 8 0 0 1-8 8H8a8 8 0 0 1-8-8z"
      />
      <path class="al-mark__furrow" d="M1.2 27.4c6-3.8 11.3-4 16.5-1.7 4.6 2 9 2.4 13.3 1.2" />
      <circle class="al-mark__sun" cx="21.6" cy="10.4" r="4" />
    </svg>
  );
}

/** A municipality without a picture of its arms gets a shield in its own colour, with the first letter of its name. */
export function AuthorityMark({ name }: { readonly name: string }) {
  return (
    <svg class="al-mark" viewBox="0 0 32 36" width="36" height="40" aria-hidden="true" focusable="false">
      <path
        class="al-mark__shield"
        d="M2 1h28a1 1 0 0 1 1 1v17c0 7.6-5.6 12.9-15 16C6.6 31.9 1 26.6 1 19V2a1 1 0 0 1 1-1z"
      />
      <text class="al-mark__letter" x="16" y="22.5" text-anchor="middle">
        {Array.from(name)[0] ?? ''}
      </text>
    </svg>
  );
}
