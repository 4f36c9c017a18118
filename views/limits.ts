/** How long a field may be, in characters as people count them in a browser (UTF-16 units). */
export const MAX_NAME = 200;
export const MAX_TEXT = 4000;
