/** One request to try, as a command line and with what is answered. */
export interface ShownExample {
  name: string;
  says: string;
  curl: string;
  /** What is answered, as text; absent when it is too long to show. */
  answer?: string;
  status: number;
}

export interface ShownRow {
  name: string;
  where: string;
  says: string;
}

/** One route of the API. */
export interface ShownOperation {
  /** Names its heading. */
  id: string;
  method: string;
  path: string;
  summary: string;
  paragraphs: string[];
  roles: string[];
  parameters: ShownRow[];
  /** JSON Schema of what is sent, as text. */
  sent?: string;
  answers: { status: string; says: string[]; schema?: string }[];
  examples: ShownExample[];
}

export interface ShownGroup {
  tag: string;
  operations: ShownOperation[];
}

export interface ApiDocs {
  paragraphs: string[];
  groups: ShownGroup[];
  /** Shapes that others refer to. */
  schemas: { name: string; text: string }[];
}
