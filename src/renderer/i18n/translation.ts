/** What the other languages must say: the same keys as French, any sentence. A namespace ends with `satisfies Translation<typeof fr>`. */
export type Translation<Source> = { readonly [Key in keyof Source]: Source[Key] extends string ? string : Translation<Source[Key]> }
