/** Where «Mina fullmakter» is. */
export const mandatesHref = '/mina-sidor/fullmakter';
