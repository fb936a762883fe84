package com.dingshu.fulfilment.ui;

import com.dingshu.fulfilment.Documents;
import com.dingshu.fulfilment.ParcelInfo;
import com.dingshu.fulfilment.Parcels;
import com.dingshu.orders.OrderSheets;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Permission;
import com.dingshu.uikit.Icon;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the warehouse prints for many orders at once: their labels, and one pick list for all. */
@Configuration(proxyBeanMethods = false)
class WarehousePapers {

    @Bean
    OrderSheets labelsOfOrders(Parcels parcels, Documents documents) {
        return new Papers("fulfilment.print.labels", Icon.PRINTER, 100, "labels.pdf", parcels, documents::labels);
    }

    @Bean
    OrderSheets pickListOfOrders(Parcels parcels, Documents documents) {
        return new Papers(
                "fulfilment.print.pick-list", Icon.FILE_TEXT, 200, "pick-list.pdf", parcels, documents::pickList);
    }

    private record Papers(
            String titleKey,
            Icon icon,
            int position,
            String fileName,
            Parcels parcels,
            Function<Collection<UUID>, byte[]> printer)
            implements OrderSheets {

        @Override
        public boolean offered() {
            return Acting.current().actor().may(Permission.FULFILMENT_PRINT);
        }

        @Override
        public Optional<Pdf> print(Collection<UUID> orderIds) {
            List<UUID> ids =
                    parcels.ofOrders(orderIds).stream().map(ParcelInfo::id).toList();
            try {
                return ids.isEmpty() ? Optional.empty() : Optional.of(new Pdf(fileName, printer.apply(ids)));
            } catch (Documents.NothingToPrint none) {
                return Optional.empty();
            }
        }
    }
}
