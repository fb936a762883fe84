package com.dingshu.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.Locale;

/** The outlines at hand, under their Lucide names. An icon never stands alone but for close, more, copy and print. */
public enum Icon {
    ARROW_DOWN,
    ARROW_LEFT,
    ARROW_RIGHT,
    ARROW_UP,
    BAN,
    BELL,
    BOXES,
    BUILDING_2,
    CALENDAR,
    CAMERA,
    CHART_COLUMN,
    CHART_LINE,
    CHECK,
    CHEVRON_DOWN,
    CHEVRON_LEFT,
    CHEVRON_RIGHT,
    CHEVRON_UP,
    CIRCLE_CHECK,
    CIRCLE_MINUS,
    CIRCLE_PAUSE,
    CIRCLE_X,
    CLIPBOARD_CHECK,
    CLOCK,
    COLUMNS_3,
    COPY,
    CORNER_DOWN_RIGHT,
    DOWNLOAD,
    ELLIPSIS,
    EXTERNAL_LINK,
    EYE,
    EYE_OFF,
    FILE_TEXT,
    GIFT,
    GIT_COMPARE_ARROWS,
    GLOBE,
    HAND,
    HEADSET,
    HISTORY,
    IMAGE,
    INBOX,
    INFO,
    KEY_ROUND,
    KEYBOARD,
    LAYOUT_DASHBOARD,
    LINK,
    LIST_CHECKS,
    LIST_FILTER,
    LOCK,
    LOG_OUT,
    MAIL,
    MAP_PIN,
    MENU,
    MERGE,
    MESSAGE_SQUARE_TEXT,
    MINUS,
    MONITOR,
    MOON,
    PACKAGE,
    PACKAGE_OPEN,
    PANELS_LEFT_RIGHT,
    PANELS_TOP_BOTTOM,
    PENCIL,
    PHONE,
    PLUS,
    PRINTER,
    REFRESH_CW,
    ROTATE_CCW,
    SCAN_LINE,
    SEARCH,
    SEND,
    SETTINGS,
    SHIELD_CHECK,
    SHOPPING_CART,
    SMARTPHONE,
    SPLIT,
    STORE,
    SUN,
    TABLE_2,
    TAG,
    TRASH_2,
    TRIANGLE_ALERT,
    TRUCK,
    UNDO_2,
    UPLOAD,
    USER,
    USER_ROUND,
    USERS,
    WALLET,
    WAREHOUSE,
    WIFI_OFF,
    X,
    ZAP;
    /** The name the browser knows it by. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Component create() {
        return new Outline(key());
    }

    @Tag("ds-icon")
    @JsModule("./components/kit.ts")
    private static final class Outline extends Component {
        Outline(String key) {
            getElement().setAttribute("name", key);
        }
    }
}
