import '../../theme/tokens.css';
import './h5.css';
import { Api } from './api.ts';
import { H5App } from './app.ts';
import { Station } from './station.ts';
import { Store } from './store.ts';

const station = new Station(new Api('api/'), await Store.open());
document.body.append(new H5App(station));
await station.start();

void navigator.storage?.persist?.();
if ('serviceWorker' in navigator && import.meta.env.PROD) void navigator.serviceWorker.register('sw.js');
