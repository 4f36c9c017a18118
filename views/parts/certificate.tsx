import type { CertificateModel } from '../models/certificate.ts';
import type { Frame } from './document.tsx';
import { Facts } from './plan-parts.tsx';

interface Props {
  certificate: CertificateModel;
  frame: Frame;
}

/** What shows who signed what, to keep or print. */
export function Certificate({ certificate, frame }: Props) {
  const { words, textLang } = frame;
  const w = words.evidence;
  return (
    <section class="card certificate" aria-labelledby="certificate">
      <h2 id="certificate">{w.heading}</h2>
      <p>{w.lead}</p>
      {textLang ? <p>{words.plan.asWritten.signed}</p> : null}
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
