package com.dingshu.archproof;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Native SQL where nobody looks for it. */
class SqlAnywhere {
    void change(JdbcClient jdbc) {
        jdbc.sql("update shop set name = 'x' where tenant_id = 1").update();
    }
}
