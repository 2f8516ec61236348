// The title of the what-if: it takes the focus when what was pressed in the panel is gone.

/** Its id. */
export const whatIfTitleId = 'what-if-title';

/** The title on the page. */
export const findWhatIfTitle = () => document.getElementById(whatIfTitleId);
