/**
 * Where somebody says that the mail with this link was not meant for them. It lies below the link itself, so that nobody
 * has to open what is not theirs on the way there.
 */
export const notYoursAt = (link: string): string => `${link}/in/wrong-person`;
