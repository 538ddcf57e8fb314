const USUAL_SIZE = 20;

/** The page that was asked for, and Mina ombud's account of it. */
export function pageOf<T>(all: readonly T[], asked: { readonly page?: number; readonly size?: number } | undefined) {
  const size = asked?.size ?? USUAL_SIZE;
  const number = asked?.page ?? 0;
  return {
    shown: all.slice(number * size, (number + 1) * size),
    page: { size, number, totalElements: all.length, totalPages: Math.ceil(all.length / size) },
  };
}
