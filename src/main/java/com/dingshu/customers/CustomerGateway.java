package com.dingshu.customers;

import com.dingshu.customers.Customers.Key;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Db;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            id, channel, masked_name, masked_phone, masked_address, province, city, first_seen_at""";

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

    /** Newest first, after the given one. */
    List<CustomerSummary> page(@Nullable UUID after, int most) {
        return jdbc.sql("select " + ROW + """
                 from customer
                where tenant_id = :tenant and id < :after order by id desc limit :most""")
                .param("tenant", tenant())
                .param("after", Db.uuid(after == null ? LAST : after))
                .param("most", most)
                .query(CustomerGateway::summary)
                .list();
    }

    /** Those whose current contact carries one of the indexes. */
    List<CustomerSummary> found(byte[] phone, byte[] lastFour, byte[] name, int most) {
        return jdbc.sql("select " + ROW
                        + " from customer where tenant_id = :tenant and phone_index = :phone union select "
                        + ROW + " from customer where tenant_id = :tenant and last_four_index = :lastFour union select "
                        + ROW + " from customer where tenant_id = :tenant and name_index = :name"
                        + " order by id desc limit :most")
                .param("tenant", tenant())
                .param("phone", phone)
                .param("lastFour", lastFour)
                .param("name", name)
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

    Optional<CustomerDetails> details(UUID id) {
        return jdbc.sql("select " + ROW + """
                , (select group_concat(distinct i.kind order by i.kind separator ',') from customer_identity i
                   where i.tenant_id = :tenant and i.customer_id = customer.id) as kinds
                from customer where tenant_id = :tenant and id = :id""")
                .param("tenant", tenant())
                .param("id", Db.uuid(id))
                .query((row, n) -> new CustomerDetails(summary(row, n), kinds(row.getString("kinds"))))
                .optional();
    }

    private static List<String> kinds(@Nullable String joined) {
        return joined == null ? List.of() : List.of(joined.split(","));
    }

    private static CustomerSummary summary(ResultSet row, int n) throws SQLException {
        return new CustomerSummary(
                Db.uuid(row, "id"),
                new MaskedContact(
                        row.getString("masked_name"), row.getString("masked_phone"), row.getString("masked_address")),
                row.getString("province"),
                row.getString("city"),
                row.getString("channel"),
                Db.instant(row, "first_seen_at"));
    }

    private static int tenant() {
        return Acting.current().tenantId();
    }
}
