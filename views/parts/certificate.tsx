import type { CertificateModel } from '../models/certificate.ts';
import type { Words } from '../words/en.ts';
import { Facts } from './plan-parts.tsx';

/** What shows who signed what, to keep or print. */
export function Certificate({ certificate, words }: { certificate: CertificateModel; words: Words }) {
  const w = words.evidence;
  return (
    <section class="card certificate" aria-labelledby="certificate">
      <h2 id="certificate">{w.heading}</h2>
      <p>{w.lead}</p>
      <Facts facts={certificate.facts} />
      {certificate.fingerprint === undefined ? null : (
        <>
          <h3>{w.fingerprint}</h3>
          <p class="fingerprint">
            <code>{certificate.fingerprint}</code>
          </p>
          <p class="soft">{w.fingerprintHint}</p>
        </>
      )}
    </section>
  );
}
