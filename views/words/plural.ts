/** What is said of each class of numbers a language tells apart; `other` stands for those not named. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

const rules = new Map<string, Intl.PluralRules>();

/** The form that `count` takes in a locale, by the plural rules of Unicode CLDR: `1 day`, `2 days`. */
export function plural(locale: string, count: number, forms: PluralForms): string {
  const known = rules.get(locale) ?? new Intl.PluralRules(locale);
  rules.set(locale, known);
  return forms[known.select(count)] ?? forms.other;
}
