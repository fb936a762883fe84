package com.dingshu.channels.mapping;

import com.dingshu.channels.mapping.Reading.Fields;
import com.dingshu.orders.SnapshotReceiver;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The receiver: the payload's fields, over them what the platform decrypted, cleaned. */
final class Receivers {

    private Receivers() {}

    static @Nullable SnapshotReceiver read(Fields fields, MapContext context) {
        Map<String, String> open = context.decrypted();
        String name = pick(open, StandardField.CUSTOMER_NAME, fields.text(StandardField.CUSTOMER_NAME, 100));
        String phone = pick(open, StandardField.RECEIVER_PHONE, fields.id(StandardField.RECEIVER_PHONE));
        String province = pick(open, StandardField.PROVINCE, fields.text(StandardField.PROVINCE, 50));
        String city = pick(open, StandardField.CITY, fields.text(StandardField.CITY, 50));
        String district = pick(open, StandardField.DISTRICT, fields.text(StandardField.DISTRICT, 50));
        String detail = pick(open, StandardField.ADDRESS, fields.text(StandardField.ADDRESS, 300));
        String country = fields.country(StandardField.COUNTRY);
        String postcode = fields.id(StandardField.POSTCODE);
        SnapshotReceiver receiver = new SnapshotReceiver(
                name,
                phone,
                country,
                province,
                city,
                district,
                withoutRegion(detail, province, city, district),
                postcode,
                isMask(name) || isMask(phone) || isMask(detail));
        return receiver.isBlank() ? null : receiver;
    }

    private static String pick(Map<String, String> open, StandardField field, String otherwise) {
        String decrypted = Texts.clean(open.getOrDefault(field.key(), ""));
        return decrypted.isEmpty() ? otherwise : decrypted;
    }

    static boolean isMask(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('＊') >= 0;
    }

    /** Some shops repeat province, city and district at the head of the detail. */
    private static String withoutRegion(String detail, String province, String city, String district) {
        String rest = detail;
        for (String part : new String[] {province, city, district}) {
            if (!part.isEmpty() && rest.startsWith(part)) {
                rest = rest.substring(part.length()).stripLeading();
            }
        }
        return rest.isEmpty() ? detail : rest;
    }
}
