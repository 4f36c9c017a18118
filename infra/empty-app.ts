import { App, type AppProps } from 'aws-cdk-lib';

/** An app that writes nothing unless all of it could be made, and nothing that differs from one time to the next. */
export const emptyApp = (props: AppProps = {}): App =>
  new App({ ...props, autoSynth: false, analyticsReporting: false, performanceReporting: false });
