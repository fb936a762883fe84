package com.dingshu.orders.views;

import com.dingshu.orders.BoardQuery;
import com.dingshu.shared.Ids;
import com.dingshu.tenancy.AuditedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

@Entity
@Audited
class SavedView extends AuditedRow {

    @Column(updatable = false)
    private UUID userId;

    private String name;

    private boolean shared;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private BoardQuery.View boardView;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private BoardQuery.Sort boardSort;

    @Column(updatable = false)
    private @Nullable UUID shopId;

    @Column(updatable = false)
    private @Nullable UUID warehouseId;

    @Column(updatable = false)
    private int days;

    @SuppressWarnings("NullAway.Init")
    protected SavedView() {}

    SavedView(UUID userId, String name, boolean shared, ViewChoice choice) {
        super(Ids.next());
        this.userId = userId;
        this.name = name;
        this.shared = shared;
        this.boardView = choice.view();
        this.boardSort = choice.sort();
        this.shopId = choice.shop();
        this.warehouseId = choice.warehouse();
        this.days = choice.days();
    }

    UUID keeper() {
        return userId;
    }

    boolean isOf(UUID user) {
        return userId.equals(user);
    }

    boolean isShared() {
        return shared;
    }

    String name() {
        return name;
    }

    void rename(String other, boolean forAll) {
        this.name = other;
        this.shared = forAll;
    }

    ViewChoice choice() {
        return new ViewChoice(boardView, boardSort, shopId, warehouseId, days);
    }
}
