/** A sound pack of an organisation: general rules with a shorter plan, a rule of its own, and more years of keeping. */
export const acmePack = (changes: object = {}) => ({
  ...{ id: 'acme', version: '1', extends: 'general@1', title: 'Acme: six weeks', calendar: 'none' },
  effective: { is: { from: '2026-01-01', until: null }, rule: 'P-HANDBOOK' },
  rules: [
    {
      ...{ id: 'P-HANDBOOK', says: 'A plan lasts 42 days.', citation: 'Acme handbook, 4.2' },
      verification: 'verified' as const,
    },
  ],
  duration: { maxDays: { is: 42, rule: 'P-HANDBOOK' } },
  ...changes,
});
