// Kinds of file that Vite turns into modules.
// This TypeScript modules definition file is checked by vaadin-maven-plugin, which wants the following block as it is.
declare module '*.css?inline' {
  import type { CSSResultGroup } from 'lit';
  const content: CSSResultGroup;
  export default content;
}

// Allow any CSS Custom Properties
declare module 'csstype' {
  interface Properties {
    [index: `--${string}`]: any;
  }
}
