package com.dingshu.customers;

import com.dingshu.customers.Customers.Key;
import com.dingshu.shared.Batches;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Db;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads of {@code customer} and {@code customer_identity} that need no entity. */
@Repository
class CustomerGateway {

    private static final int CHUNK = 256;
    private static final UUID LAST = new UUID(-1, -1);
    private static final String ROW = """
            id, channel, masked_name, masked_phone, masked_address, province, city, first_seen_at, merged_into""";

    private final JdbcClient jdbc;

    CustomerGateway(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    byte[] wrappedKey(UUID customerId) {
        return jdbc.sql("select data_key from customer where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", Db.uuid(customerId))
                .query((row, n) -> row.getBytes(1))
                .optional()
                .orElseThrow(() -> new IllegalStateException("No key of customer " + customerId));
    }

    Map<UUID, byte[]> wrappedKeys(Collection<UUID> customerIds) {
        Map<UUID, byte[]> found = new HashMap<>();
        for (List<UUID> portion : Batches.filledUp(customerIds)) {
            jdbc.sql("select id, data_key from customer where tenant_id = :tenant and id in (:ids)")
                    .param("tenant", tenant())
                    .param("ids", portion.stream().map(Db::uuid).toList())
                    .query(row -> {
                        found.put(Db.uuid(row, "id"), row.getBytes("data_key"));
                    });
        }
        return found;
    }

    Map<Key, UUID> identities(Collection<Key> keys) {
        Map<Key, UUID> found = new HashMap<>();
        List<Key> all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += CHUNK) {
            found.putAll(identitiesOf(all.subList(from, Math.min(from + CHUNK, all.size()))));
        }
        return found;
    }

    /** The list is padded to a power of two, so that few statements are prepared. */
    private Map<Key, UUID> identitiesOf(List<Key> keys) {
        List<byte[]> indexes = new ArrayList<>(keys.stream().map(Key::index).toList());
        int wanted = Math.max(1, Integer.highestOneBit(indexes.size() * 2 - 1));
        while (indexes.size() < wanted) {
            indexes.add(indexes.getFirst());
        }
        Map<Key, UUID> found = new HashMap<>();
        jdbc.sql("""
                select kind, key_index, customer_id from customer_identity
                where tenant_id = :tenant and key_index in (:indexes)""").param("tenant", tenant()).param("indexes", indexes).query(row -> {
            found.put(new Key(row.getString("kind"), row.getBytes("key_index")), Db.uuid(row, "customer_id"));
        });
        return found;
    }

    /** Those who stand for themselves, newest first, after the given one. */
    List<CustomerSummary> page(@Nullable UUID after, int most) {
        return jdbc.sql("select " + ROW + """
                 from customer
                where tenant_id = :tenant and id < :after and merged_into is null order by id desc limit :most""")
                .param("tenant", tenant())
                .param("after", Db.uuid(after == null ? LAST : after))
                .param("most", most)
                .query(CustomerGateway::summary)
                .list();
    }

    /**
     * By what customers are found.
     *
     * @param keys of telephone numbers and channels' buyer ids, present and former; at least one
     */
    record Traces(byte[] phone, byte[] lastFour, byte[] name, List<byte[]> keys) {}

    /** Those who carry one of the traces, newest first; each way is one indexed look-up. */
    List<CustomerSummary> found(Traces traces, @Nullable UUID after, int most) {
        String from = "(select " + ROW + " from customer where tenant_id = :tenant and id < :after and ";
        String end = " order by id desc limit :most)";
        return jdbc.sql(from + "phone_index = :phone" + end
                        + " union " + from + "last_four_index = :lastFour" + end
                        + " union " + from + "name_index = :name" + end
                        + " union " + from + "id in (select customer_id from customer_identity"
                        + " where tenant_id = :tenant and key_index in (:keys))" + end
                        + " order by id desc limit :most")
                .param("tenant", tenant())
                .param("after", Db.uuid(after == null ? LAST : after))
                .param("phone", traces.phone())
                .param("lastFour", traces.lastFour())
                .param("name", traces.name())
                .param("keys", traces.keys())
                .param("most", most)
                .query(CustomerGateway::summary)
                .list();
    }

    List<CustomerSummary> byIds(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select " + ROW + " from customer where tenant_id = :tenant and id in (:ids)")
                .param("tenant", tenant())
                .param("ids", ids.stream().map(Db::uuid).toList())
                .query(CustomerGateway::summary)
                .list();
    }

    /** The customer and all merged into it, directly or through another; empty when there is none of this id. */
    List<UUID> group(UUID id) {
        return jdbc.sql("""
                with recursive member as (
                  select id from customer where tenant_id = :tenant and id = :id
                  union
                  select c.id from customer c join member m on c.merged_into = m.id where c.tenant_id = :tenant)
                select id from member""")
                .param("tenant", tenant())
                .param("id", Db.uuid(id))
                .query((row, n) -> Db.uuid(row, "id"))
                .list();
    }

    /** Others who share a telephone number with the group, or its name in its district. */
    List<CustomerSummary> alike(List<UUID> group) {
        if (group.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                with mine as (
                  select phone_index as phone from customer
                  where tenant_id = :tenant and id in (:ids) and phone_index is not null
                  union
                  select key_index from customer_identity
                  where tenant_id = :tenant and customer_id in (:ids) and kind = :byPhone)
                select """ + " " + ROW + """
                 from customer where tenant_id = :tenant and merged_into is null and id not in (:ids) and id in (
                  select c.id from customer c join mine on mine.phone = c.phone_index where c.tenant_id = :tenant
                  union
                  select i.customer_id from customer_identity i join mine on mine.phone = i.key_index
                  where i.tenant_id = :tenant
                  union
                  select c.id from customer c join customer o on o.tenant_id = c.tenant_id and o.name_index = c.name_index
                    and o.province = c.province and o.city = c.city and o.district = c.district
                  where c.tenant_id = :tenant and o.id in (:ids))
                order by id desc limit 20""")
                .param("tenant", tenant())
                .param("ids", group.stream().map(Db::uuid).toList())
                .param("byPhone", Customers.BY_PHONE)
                .query(CustomerGateway::summary)
                .list();
    }

    Optional<CustomerDetails> details(UUID id) {
        List<UUID> group = group(id);
        if (group.isEmpty()) {
            return Optional.empty();
        }
        Map<UUID, Row> rows = rows(group);
        Row own = Objects.requireNonNull(rows.get(id));
        List<CustomerDetails.Merged> merged = rows.values().stream()
                .filter(row -> !row.summary().id().equals(id))
                .map(row -> row.end(row.summary()))
                .sorted(Comparator.comparing(CustomerDetails.Merged::at))
                .toList();
        CustomerDetails.Merged standIn = own.into() == null
                ? null
                : byIds(List.of(own.into())).stream().findFirst().map(own::end).orElse(null);
        return Optional.of(
                new CustomerDetails(own.summary(), own.region(), own.known(), identities(group), merged, standIn));
    }

    /** A row with what only a page of its own shows. */
    private record Row(
            CustomerSummary summary,
            CustomerDetails.Region region,
            boolean known,
            @Nullable UUID into,
            @Nullable Instant mergedAt,
            @Nullable String mergedBy) {

        CustomerDetails.Merged end(CustomerSummary customer) {
            return new CustomerDetails.Merged(
                    customer,
                    Objects.requireNonNullElse(mergedAt, Instant.EPOCH),
                    Objects.requireNonNullElse(mergedBy, ""));
        }
    }

    private Map<UUID, Row> rows(List<UUID> ids) {
        Map<UUID, Row> found = new HashMap<>();
        jdbc.sql("select " + ROW + """
                , country, district, contact is not null as known, merged_at, merged_by
                from customer where tenant_id = :tenant and id in (:ids)""")
                .param("tenant", tenant())
                .param("ids", ids.stream().map(Db::uuid).toList())
                .query((row, n) -> found.put(Db.uuid(row, "id"), row(row, n)))
                .list();
        return found;
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                summary(row, n),
                new CustomerDetails.Region(
                        row.getString("country"),
                        row.getString("province"),
                        row.getString("city"),
                        row.getString("district")),
                row.getBoolean("known"),
                Db.uuidOrNull(row, "merged_into"),
                Db.instantOrNull(row, "merged_at"),
                row.getString("merged_by"));
    }

    private List<CustomerDetails.Identity> identities(List<UUID> ids) {
        return jdbc.sql("""
                select customer_id, kind, first_seen_at from customer_identity
                where tenant_id = :tenant and customer_id in (:ids) order by first_seen_at, id""")
                .param("tenant", tenant())
                .param("ids", ids.stream().map(Db::uuid).toList())
                .query((row, n) -> new CustomerDetails.Identity(
                        Db.uuid(row, "customer_id"), row.getString("kind"), Db.instant(row, "first_seen_at")))
                .list();
    }

    private static CustomerSummary summary(ResultSet row, int n) throws SQLException {
        return new CustomerSummary(
                Db.uuid(row, "id"),
                new MaskedContact(
                        row.getString("masked_name"), row.getString("masked_phone"), row.getString("masked_address")),
                row.getString("province"),
                row.getString("city"),
                row.getString("channel"),
                Db.instant(row, "first_seen_at"),
                row.getBytes("merged_into") != null);
    }

    private static int tenant() {
        return Acting.current().tenantId();
    }
}
