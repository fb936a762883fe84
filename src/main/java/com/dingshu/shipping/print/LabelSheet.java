package com.dingshu.shipping.print;

import com.dingshu.shared.PersonName;
import com.dingshu.shared.Phone;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands on one shipping label. The receiver's name and phone are masked here whatever is handed in, as the carrier
 * prints them; the address stays whole, because the courier has nothing else.
 *
 * @param service the carrier's product as printed, such as 顺丰标快
 * @param routing the carrier's sorting code, or null as long as it gave none
 * @param pickList number and position of the pick list the parcel belongs to, or null
 * @param weightGrams 0 when nobody weighed it
 * @param statusUrl what the QR code leads to, or null for no code
 * @param printedAt in the tenant's zone
 * @param print 1 for the first print, 2 and more for reprints, which the label says of itself
 */
public record LabelSheet(
        String service,
        @Nullable Routing routing,
        String waybillNo,
        Party receiver,
        Party sender,
        String orderNumber,
        int parcel,
        int parcels,
        @Nullable String pickList,
        long weightGrams,
        List<Item> items,
        @Nullable String statusUrl,
        ZonedDateTime printedAt,
        int print) {

    public LabelSheet {
        receiver = receiver.masked();
        items = List.copyOf(items);
    }

    /**
     * The sorting code, the biggest print on the label.
     *
     * @param destination the part read from three metres away, such as 021W
     * @param detail the rest, such as -755-HB 07; may be empty
     */
    public record Routing(String destination, String detail) {}

    /** Somebody a parcel comes from or goes to, the address in one line. */
    public record Party(String name, String phone, String address) {

        Party masked() {
            return new Party(PersonName.masked(name), Phone.masked(phone), address);
        }
    }

    /** An article in the parcel by its code, so that nobody reads from outside what it is. */
    public record Item(String code, int quantity) {}
}
