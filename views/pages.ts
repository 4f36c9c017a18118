export { acknowledgementPage } from './pages/acknowledgement.tsx';
export { checkInPage } from './pages/check-in.tsx';
export { decisionPage } from './pages/decision.tsx';
export { decisionCopyPage } from './pages/decision-copy.tsx';
export * from './pages/messages.ts';
export { receiptPage } from './pages/receipt.tsx';
export type { Frame } from './parts/document.tsx';
export type { FieldError, FormState } from './parts/form.tsx';
