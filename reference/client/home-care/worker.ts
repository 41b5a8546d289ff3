import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  type PrecacheEntry,
  precacheAndRoute,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

/**
 * Holds the app itself, so that it starts without a network. Answers of the record are never kept here: what is read without
 * a network comes from what the app keeps, with its age.
 */
declare const self: ServiceWorker;

/** What is used of the worker's surroundings; a program of pages has no types for them. */
interface ServiceWorker {
  addEventListener(
    type: 'install' | 'activate',
    heard: (event: { waitUntil(work: Promise<void>): void }) => void,
  ): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
}
/** Every file of the app, put here when it is built. */
declare const SHELL: readonly PrecacheEntry[];

precacheAndRoute([...SHELL]);
cleanupOutdatedCaches();
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/home-care/index.html'), { allowlist: [/^\/home-care\//] }),
);

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
