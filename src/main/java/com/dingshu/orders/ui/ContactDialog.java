package com.dingshu.orders.ui;

import com.dingshu.customers.Contact;
import com.dingshu.orders.EditContact;
import com.dingshu.orders.OrderDetails;
import com.dingshu.shared.Phone;
import com.dingshu.shared.PostalAddress;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Corrects who receives the parcel and where. */
final class ContactDialog extends Dialog {

    private final OrderWords words;
    private final TextField name;
    private final TextField phone;
    private final TextField province;
    private final TextField city;
    private final TextField district;
    private final TextField detail;
    private final Contact known;

    ContactDialog(OrderDetails order, Contact known, OrderWords words, Consumer<EditContact> save) {
        this.words = words;
        this.known = known;
        PostalAddress address = known.address();
        name = field("name", known.name(), 60);
        phone = field("phone", known.phone(), 40);
        province = field("province", address.province(), 60);
        city = field("city", address.city(), 60);
        district = field("district", address.district(), 60);
        detail = field("detail", address.detail(), 200);
        FormLayout form = new FormLayout(name, phone, province, city, district, detail);
        form.setColspan(detail, 2);
        setHeaderTitle(words.say("orders.contact.title", order.number()));
        setWidth("480px");
        setMaxWidth("calc(100vw - 32px)");
        add(form);
        Button keep = new Button(words.say("orders.contact.keep"), click -> close());
        Button store = new Button(words.say("orders.contact.save"), click -> {
            if (valid()) {
                close();
                save.accept(entered());
            }
        });
        store.addThemeNames("primary");
        getFooter().add(keep, store);
    }

    private TextField field(String key, String value, int longest) {
        TextField field = new TextField(words.say("orders.contact." + key));
        field.setValue(value);
        field.setMaxLength(longest);
        return field;
    }

    private boolean valid() {
        boolean clear = !known.isBlank();
        boolean address = clear || addressTouched();
        mark(name, !clear || !name.getValue().isBlank(), "orders.contact.name.missing");
        mark(phone, phoneFits(clear), "orders.contact.phone.wrong");
        mark(detail, !address || !detail.getValue().isBlank(), "orders.contact.detail.missing");
        return !name.isInvalid() && !phone.isInvalid() && !detail.isInvalid();
    }

    private boolean phoneFits(boolean clear) {
        boolean left = !clear && phone.getValue().isBlank();
        return left || Phone.parse(phone.getValue(), country()).isPresent();
    }

    private boolean addressTouched() {
        return Stream.of(province, city, district, detail)
                .anyMatch(field -> !field.getValue().isBlank());
    }

    private void mark(TextField field, boolean good, String errorKey) {
        field.setInvalid(!good);
        field.setErrorMessage(words.say(errorKey));
    }

    private String country() {
        return known.address().country().isEmpty() ? "CN" : known.address().country();
    }

    private EditContact entered() {
        return new EditContact(orNull(name.getValue()), orNull(phone.getValue()), addressTouched() ? address() : null);
    }

    private PostalAddress address() {
        return new PostalAddress(
                country(),
                province.getValue().strip(),
                city.getValue().strip(),
                district.getValue().strip(),
                detail.getValue().strip(),
                known.address().postcode());
    }

    private static @Nullable String orNull(String entered) {
        return entered.isBlank() ? null : entered.strip();
    }
}
