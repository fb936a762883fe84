/** The files of this build, for the service worker. */
declare const __SHELL__: { version: string; files: string[]; later: string[] };
