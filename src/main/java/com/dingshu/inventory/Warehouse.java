package com.dingshu.inventory;

import com.dingshu.shared.Ids;
import com.dingshu.shared.PostalAddress;
import com.dingshu.tenancy.AuditedRow;
import jakarta.persistence.Entity;
import org.hibernate.envers.Audited;

/** A place that goods lie in and are sent from. */
@Entity
@Audited
class Warehouse extends AuditedRow {

    private String code;
    private String name;
    private String country;
    private String province;
    private String city;
    private String district;
    private String detail;
    private String postcode;
    private String senderName;
    private String senderPhone;

    @SuppressWarnings("NullAway.Init")
    protected Warehouse() {}

    Warehouse(OpenWarehouse command) {
        super(Ids.next());
        this.code = command.code();
        this.name = command.name();
        this.country = command.address().country();
        this.province = command.address().province();
        this.city = command.address().city();
        this.district = command.address().district();
        this.detail = command.address().detail();
        this.postcode = command.address().postcode();
        this.senderName = command.senderName();
        this.senderPhone = command.senderPhone();
    }

    String code() {
        return code;
    }

    WarehouseInfo info() {
        PostalAddress address = new PostalAddress(country, province, city, district, detail, postcode);
        return new WarehouseInfo(id(), code, name, address, senderName, senderPhone);
    }
}
