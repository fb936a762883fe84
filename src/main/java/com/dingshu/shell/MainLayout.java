package com.dingshu.shell;

import com.dingshu.identity.CurrentUser;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.NavigationEntry;
import com.dingshu.uikit.Omnibox;
import com.dingshu.uikit.Page;
import com.dingshu.uikit.Search;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import java.time.Clock;
import java.util.List;

/**
 * The frame: the menu at the left, on narrow screens a drawer and a dock at the foot, and the page. Nobody being signed
 * in, which only an error page can come upon, there is nothing but the page.
 */
@Layout
class MainLayout extends AppLayout implements AfterNavigationObserver {

    private final Clock clock;
    private final List<Search> searches;
    private final Offers offers;
    private final MenuPanel menu;
    private final Dock dock;
    private final boolean signedIn = CurrentUser.find().isPresent();

    MainLayout(Menu menu, TenantBlock tenant, UserBlock user, List<Search> searches, Offers offers, Clock clock) {
        this.clock = clock;
        this.searches = searches;
        this.offers = offers;
        List<NavigationEntry> mine = signedIn ? menu.mine() : List.of();
        this.menu = new MenuPanel(mine);
        this.dock = new Dock(mine);
        setPrimarySection(Section.DRAWER);
        if (signedIn) {
            furnish(tenant, user);
        } else {
            setDrawerOpened(false);
        }
    }

    private void furnish(TenantBlock tenant, UserBlock user) {
        var drawer = new Div(tenant.create(), this.menu, user.create(this.menu.settings()));
        drawer.getElement().setAttribute("role", "region").setAttribute("aria-label", getTranslation("shell.menu"));
        drawer.addClassName("drawer");
        addToDrawer(drawer);
        addToNavbar(true, dock);
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        super.showRouterLayoutContent(content);
        if (signedIn && content instanceof Page page) {
            dress(page);
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        menu.count();
        dock.mark(event.getLocation().getPath());
        if (isOverlay()) {
            setDrawerOpened(false);
        }
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        getElement().executeJs("window.ds.serverTime($0)", (double) clock.millis());
    }

    private void dress(Page page) {
        var toggle = Buttons.icon(Icon.MENU, getTranslation("shell.menu"), () -> setDrawerOpened(!isDrawerOpened()));
        toggle.addClassName("menu");
        page.header().menu(toggle);
        page.header().omnibox(new Omnibox(searches, offers.on(page)));
    }
}
