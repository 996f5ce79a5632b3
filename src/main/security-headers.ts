/**
 * What every answer of either shell says about itself. One constant, so that the page meets the same rules
 * under Electron's own scheme and under loopback HTTP.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

/** Header names in lower case, as `node:http` and the fetch `Headers` both take them. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'x-frame-options': 'DENY',
};

/** Documents are never kept: a new build must not meet an old page. */
export const documentCacheControl = 'no-store';
/** Everything else is asked for again each time and answered 304 when unchanged. */
export const assetCacheControl = 'no-cache';
