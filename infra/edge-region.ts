/** CloudFront takes certificates, web firewalls and log deliveries from this region alone, wherever its origin is. */
export const EDGE_REGION = 'us-east-1';
