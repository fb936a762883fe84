package com.dingshu.orders;

import com.dingshu.shared.Ids;
import com.dingshu.tenancy.Acting;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks orders up by what a customer has in hand. */
@Repository
class OrderLookUpGateway {

    private final JdbcClient jdbc;

    OrderLookUpGateway(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<UUID> matching(String number, byte[] lastFour) {
        return jdbc
                .sql("""
                        select id from orders
                        where tenant_id = :tenant and order_number = :number and last_four_index = :lastFour
                        union all
                        select id from orders
                        where tenant_id = :tenant and channel_order_no = :number and last_four_index = :lastFour""")
                .param("tenant", tenant())
                .param("number", number)
                .param("lastFour", lastFour)
                .query((row, n) -> Ids.uuid(row.getBytes(1)))
                .list()
                .stream()
                .findFirst();
    }

    boolean knowsPhone(byte[] phone) {
        return jdbc.sql("select count(*) from orders where tenant_id = :tenant and phone_index = :phone")
                        .param("tenant", tenant())
                        .param("phone", phone)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static int tenant() {
        return Acting.current().tenantId();
    }
}
