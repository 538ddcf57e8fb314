/** What has been asked, one at a time, in the order in which it is answered. None of them may reject. */
export async function* asTheyCome<T>(asked: readonly Promise<T>[]): AsyncGenerator<T> {
  const answered: T[] = [];
  let wake: () => void = () => undefined;
  for (const one of asked) {
    one.then((value) => {
      answered.push(value);
      wake();
    });
  }
  for (let given = 0; given < asked.length; given++) {
    if (answered.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    yield answered.shift() as T; // it was woken by one that lies there
  }
}
