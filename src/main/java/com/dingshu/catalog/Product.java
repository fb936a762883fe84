package com.dingshu.catalog;

import com.dingshu.shared.Ids;
import com.dingshu.tenancy.AuditedRow;
import jakarta.persistence.Entity;
import org.hibernate.envers.Audited;

/** What the merchant sells under one name, in one or more variants. */
@Entity
@Audited
class Product extends AuditedRow {

    private String code;
    private String name;

    @SuppressWarnings("NullAway.Init")
    protected Product() {}

    Product(String code, String name) {
        super(Ids.next());
        this.code = code;
        this.name = name;
    }

    String code() {
        return code;
    }
}
