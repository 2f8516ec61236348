/** What another tab did to the account that this one shows. */

/**
 * Changed: its state is another now, and the person chooses. Copied: both were worked on, and this one became a copy by
 * itself. Deleted: it is no longer among the saved ones, but still on show here.
 */
export type Elsewhere =
  | { readonly kind: 'changed' }
  | { readonly kind: 'copied' | 'deleted'; readonly name: string };
