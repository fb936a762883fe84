package com.dingshu.orders;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The platform's table {@code id_block}: the next free number of each sequence. */
@Repository
class IdBlockGateway {

    private final JdbcClient jdbc;

    IdBlockGateway(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes a block and returns its first number. */
    long take(String name, int size) {
        jdbc.sql("""
                insert into id_block (name, next_val) values (:name, 1)
                on duplicate key update next_val = next_val""").param("name", name).update();
        long first = jdbc.sql("select next_val from id_block where name = :name for update")
                .param("name", name)
                .query(Long.class)
                .single();
        jdbc.sql("update id_block set next_val = next_val + :size where name = :name")
                .param("name", name)
                .param("size", size)
                .update();
        return first;
    }
}
