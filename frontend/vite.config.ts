import type { UserConfigFn } from 'vite';
import { overrideVaadinConfig } from './vite.generated';

const ours: UserConfigFn = () => ({});

export default overrideVaadinConfig(ours);
