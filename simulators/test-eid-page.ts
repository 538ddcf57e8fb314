import { testPersons } from './test-persons.ts';

/** Levels of assurance as eIDAS names them (Implementing Regulation (EU) 2015/1502). */
export const levels = {
  high: 'http://eidas.europa.eu/LoA/high',
  substantial: 'http://eidas.europa.eu/LoA/substantial',
  low: 'http://eidas.europa.eu/LoA/low',
} as const;
export type Level = keyof typeof levels;

const levelNames = { high: 'Hög', substantial: 'Väsentlig', low: 'Låg' } as const satisfies Record<Level, string>;

const style = `body{font:1.125rem/1.5 system-ui,sans-serif;margin:0;background:#f4f5f6;color:#1d2125}
main{max-width:40rem;margin:0 auto;padding:1.5rem}h1{font-size:1.75rem;margin:0 0 .5rem}
fieldset{border:1px solid #767f87;border-radius:.5rem;margin:1.5rem 0;padding:1rem;background:#fff}legend{font-weight:600}
label{display:inline-block;padding:.25rem 1rem .25rem 0}ul{list-style:none;padding:0;margin:0}
button{font:inherit;cursor:pointer;border:1px solid #767f87;border-radius:.5rem;background:#fff;color:inherit;padding:.75rem 1rem}
li button{width:100%;text-align:left;margin-bottom:.5rem}button:hover{background:#e8ecf0}
h2{font-size:1.25rem;margin:0}section{border:2px solid #0b5cad;border-radius:.5rem;background:#fff;padding:1rem;margin:1.5rem 0}
pre{font:inherit;white-space:pre-wrap;overflow-wrap:anywhere;margin:.5rem 0 0}:focus-visible{outline:3px solid #0b5cad;outline-offset:2px}strong{display:block}`;

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

function page(title: string, main: string): string {
  return `<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"><style>${style}</style></head><body><main>${main}</main></body></html>`;
}

/** Who signs in or signs, how surely, and what goes wrong. @param message what is signed; null to sign in */
export function choosePage(message: string | null): string {
  const persons = testPersons
    .map(
      ({ sub, name, note }) =>
        `<li><button name="person" value="${sub}"><strong>${escapeHtml(name)}</strong>${escapeHtml(note)}</button></li>`,
    )
    .join('');
  const choices = Object.keys(levels)
    .map((level) => {
      const checked = level === 'high' ? ' checked' : '';
      return `<label><input type="radio" name="level" value="${level}"${checked}> ${levelNames[level as Level]}</label>`;
    })
    .join('');
  return page(
    'Test-e-legitimation',
    `<h1>Test-e-legitimation</h1><p>Välj vem du är. Personerna är påhittade och numren är testnummer. Här behövs inget lösenord.</p>
${message === null ? '' : `<section><h2>Du skriver under:</h2><pre>${escapeHtml(message)}</pre></section>`}
<form method="post"><fieldset><legend>Tillitsnivå</legend>${choices}</fieldset>
<fieldset><legend>${message === null ? 'Logga in som' : 'Skriv under som'}</legend><ul>${persons}</ul></fieldset>
<fieldset><legend>Om något går fel</legend><label><input type="checkbox" name="slow" value="yes"> Svara långsamt (fem sekunder)</label><p><button name="outcome" value="cancel">Avbryt</button> <button name="outcome" value="fail">Låt e-legitimationen svara med ett fel</button></p></fieldset></form>`,
  );
}

export function errorPage(text: string): string {
  return page(
    'Det gick inte',
    `<h1>Det gick inte</h1><p>Test-e-legitimationen kunde inte gå vidare: ${escapeHtml(text)}</p>`,
  );
}
