export interface Mailbox {
  name: string;
  address: string;
}

// A line break in a header begins a header of the writer's choosing.
const CONTROL = /\p{Cc}+/gu;

/** Text on one line, without control characters. */
export const oneLine = (text: string): string => text.replace(CONTROL, ' ').trim();

/** A mailbox whose name and address keep to themselves. */
export const mailbox = ({ name, address }: Mailbox): Mailbox => ({
  name: oneLine(name),
  address: oneLine(address),
});
