/** Unicode classes markdown-it asks for, from the regular expression engine instead of tables. */
export const Any = /[\s\S]/;
export const Cc = /\p{Cc}/u;
export const Cf = /\p{Cf}/u;
export const P = /\p{P}/u;
export const S = /\p{S}/u;
export const Z = /\p{Z}/u;
