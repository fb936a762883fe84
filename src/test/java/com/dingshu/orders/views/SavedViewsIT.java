package com.dingshu.orders.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dingshu.orders.BoardQuery;
import com.dingshu.orders.views.KeepResult.Kept;
import com.dingshu.orders.views.KeepResult.Refused;
import com.dingshu.orders.views.KeepResult.Why;
import com.dingshu.shared.Ids;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.Permission;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.Merchants;
import com.dingshu.testing.Merchants.Merchant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** People keep views for themselves or for their team. */
@IntegrationTest
class SavedViewsIT {

    private static final ViewChoice CHOICE =
            new ViewChoice(BoardQuery.View.TO_SHIP, BoardQuery.Sort.URGENT_FIRST, null, null, 7);

    @Autowired
    private Merchants merchants;

    @Autowired
    private SavedViews views;

    private Merchant merchant;
    private final Actor mei = person(Permission.ORDERS_VIEW);
    private final Actor tao = person(Permission.ORDERS_VIEW);
    private final Actor boss = person(Permission.ORDERS_VIEW, Permission.SETTINGS_MANAGE);

    private static Actor person(Permission... permissions) {
        return new Actor(Actor.Kind.USER, Ids.next(), "员工", Set.of(permissions), null);
    }

    @BeforeEach
    void open() {
        merchant = merchants.open();
    }

    @Test
    void showsAPersonTheirOwnViewsAndWhatOthersShare() {
        UUID mine = kept(mei, "华东急单", false);
        UUID team = kept(mei, "大促", true);
        assertThat(seen(mei)).extracting(KeptView::id).containsExactly(mine, team);
        assertThat(seen(tao)).singleElement().satisfies(view -> {
            assertThat(view.name()).isEqualTo("大促");
            assertThat(view.choice()).isEqualTo(CHOICE);
            assertThat(view.changeable()).isFalse();
        });
        assertThat(seen(boss)).singleElement().satisfies(view -> assertThat(view.changeable())
                .isTrue());
    }

    @Test
    void keepsNoViewWithoutAFittingNameOfItsOwn() {
        kept(mei, "急单", false);
        assertThat(keep(mei, "  ")).isEqualTo(new Refused(Why.NAME_MISSING));
        assertThat(keep(mei, "名".repeat(21))).isEqualTo(new Refused(Why.NAME_TOO_LONG));
        assertThat(keep(mei, " 急单 ")).isEqualTo(new Refused(Why.NAME_TAKEN));
        assertThat(keep(tao, "急单")).isInstanceOf(Kept.class);
    }

    @Test
    void keepsAtMostTwelveAPerson() {
        for (int i = 0; i < 12; i++) {
            kept(mei, "视图" + i, false);
        }
        assertThat(keep(mei, "再来一个")).isEqualTo(new Refused(Why.TOO_MANY));
    }

    @Test
    void isRenamedAndRemovedByItsKeeperAndWhenSharedByWhoeverManagesTheSettings() {
        UUID id = kept(mei, "大促", true);
        assertThatThrownBy(() -> merchant.call(tao, () -> views.rename(id, "我的", true)))
                .isInstanceOf(NoSuchElementException.class);
        assertThat(merchant.call(mei, () -> views.rename(id, "双十二", true))).isInstanceOf(Kept.class);
        assertThat(seen(tao)).extracting(KeptView::name).containsExactly("双十二");
        remove(boss, id);
        assertThat(seen(mei)).isEmpty();
    }

    @Test
    void isNobodyElsesWhenItIsNotShared() {
        UUID id = kept(mei, "急单", false);
        for (Actor other : List.of(tao, boss)) {
            assertThatThrownBy(() -> remove(other, id)).isInstanceOf(NoSuchElementException.class);
        }
        assertThatThrownBy(() -> merchants.open().call(mei, () -> views.rename(id, "别家", false)))
                .isInstanceOf(NoSuchElementException.class);
    }

    private UUID kept(Actor who, String name, boolean shared) {
        KeepResult result = merchant.call(who, () -> views.keep(name, shared, CHOICE));
        assertThat(result).isInstanceOf(Kept.class);
        return ((Kept) result).view().id();
    }

    private KeepResult keep(Actor who, String name) {
        return merchant.call(who, () -> views.keep(name, false, CHOICE));
    }

    private void remove(Actor who, UUID id) {
        merchant.call(who, () -> {
            views.remove(id);
            return id;
        });
    }

    private List<KeptView> seen(Actor who) {
        return merchant.call(who, views::list);
    }
}
