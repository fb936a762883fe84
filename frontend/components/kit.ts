// What every staff page needs; charts are fetched by the first page that draws one.
import './detail-names';
import './ds-icon';
import './ds-keys';
import './ds-page';
import './ds-status';
import './tab-lists';
