import type { Locator, Page as Tab } from 'playwright-core';

/** How a control is worked: with a mouse, or with a keyboard alone. */
export type Touch = {
  /** A link, a button, a summary. */
  activate(control: Locator): Promise<void>;
  write(field: Locator, text: string): Promise<void>;
  /** A radio button or a checkbox, to be the one that is chosen. */
  choose(box: Locator): Promise<void>;
  pick(list: Locator, option: string): Promise<void>;
  attach(field: Locator, paths: readonly string[]): Promise<void>;
};

export function byMouse(): Touch {
  return {
    activate: (control) => control.click(),
    write: (field, text) => field.fill(text),
    choose: (box) => box.check(),
    pick: async (list, option) => {
      await list.selectOption({ label: option });
    },
    attach: (field, paths) => field.setInputFiles([...paths]),
  };
}

/** What is true of the place where the focus stands; the browser's own words, since tests know no DOM. */
const stop = `(() => {
  const at = document.activeElement;
  if (!at || at === document.body) return { isWanted: false, fault: null };
  const box = at.getBoundingClientRect();
  const hasRing = [at, at.parentElement, at.closest('.al-card')].filter(Boolean).map((e) => getComputedStyle(e))
    .some((style) => (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none');
  const isInView = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const before = window.stoppedAt;
  const isRoundAgain = at.matches('.al-skip');
  const isAfter = !before || isRoundAgain || !(at.compareDocumentPosition(before) & Node.DOCUMENT_POSITION_FOLLOWING);
  window.stoppedAt = at;
  const named = at.outerHTML.slice(0, 120);
  const fault = hasRing ? (isInView ? (isAfter ? null : 'goes back to ') : 'is out of view: ') : 'shows no focus: ';
  return { isWanted: at === window.wanted, fault: fault && fault + named };
})()`;

const STOPS_MOST = 250;

/** Tab, Enter, Space, arrows and letters. Wherever the focus stops it is seen, in view, and further down the page. */
export function byKeyboard(tab: Tab): Touch {
  const { keyboard } = tab;
  tab.on('filechooser', () => undefined); // from the first: asked for when the key is pressed, it may come too late

  async function reach(control: Locator): Promise<void> {
    await control.waitFor();
    await control.evaluate((wanted: object) => void Object.assign(globalThis, { wanted, stoppedAt: undefined }));
    for (let stops = 0; stops < STOPS_MOST; stops++) {
      await keyboard.press('Tab');
      const { isWanted, fault } = await tab.evaluate<{ isWanted: boolean; fault: string | null }>(stop);
      if (fault) throw new Error(`${tab.url()}: the focus ${fault}`);
      if (isWanted) return;
    }
    throw new Error(`${tab.url()}: ${control} is not reached with the keyboard`);
  }

  return {
    async activate(control) {
      await reach(control);
      await keyboard.press('Enter');
    },
    async write(field, text) {
      await reach(field);
      await keyboard.press('ControlOrMeta+A');
      if (text === '') await keyboard.press('Delete');
      else await keyboard.type(text);
    },
    async choose(box) {
      if (await box.isChecked()) return;
      if ((await box.getAttribute('type')) === 'checkbox') await reach(box);
      else await reachRadio(box);
      if (!(await box.isChecked())) await keyboard.press('Space');
    },
    async pick(list, option) {
      await reach(list);
      await keyboard.type(option);
    },
    async attach(field, paths) {
      await reach(field);
      const [chooser] = await Promise.all([tab.waitForEvent('filechooser'), keyboard.press('Enter')]);
      await chooser.setFiles([...paths]);
    },
  };

  /** A group of radio buttons is one stop; the arrows choose within it. */
  async function reachRadio(radio: Locator): Promise<void> {
    const name = await radio.getAttribute('name');
    const group = tab.locator(`input[type=radio][name="${name}"]`);
    const chosen = group.and(tab.locator(':checked'));
    await reach((await chosen.count()) > 0 ? chosen : group.first());
    const most = await group.count();
    for (let presses = 0; presses < most && !(await isFocused(radio)); presses++) await keyboard.press('ArrowDown');
  }
}

async function isFocused(control: Locator): Promise<boolean> {
  return control.evaluate(
    (element: unknown) => element === (globalThis as { document?: { activeElement: unknown } }).document?.activeElement,
  );
}
