package com.dingshu.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The database itself keeps merchants apart: in every table, key and reference the tenant comes first. */
@IntegrationTest
class SchemaIsolationIT {

    private static final Set<String> PLATFORM = Set.of(
            "tenant",
            "shop_address",
            "work_lease",
            "scheduled_tasks",
            "id_block",
            "revinfo_id",
            "platform_user",
            "flyway_schema_history");

    @Test
    void everyTableHasATenantAsTheFirstPartOfItsPrimaryKey() throws SQLException {
        List<String> wrong = strings("""
                select t.table_name from information_schema.tables t
                where t.table_schema = database() and t.table_type = 'BASE TABLE'
                and not exists (select 1 from information_schema.key_column_usage k
                  where k.table_schema = t.table_schema and k.table_name = t.table_name
                  and k.constraint_name = 'PRIMARY' and k.ordinal_position = 1 and k.column_name = 'tenant_id')""");
        wrong.removeAll(PLATFORM);
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyIndexStartsWithTheTenant() throws SQLException {
        List<String> wrong = strings("""
                select concat(table_name, '.', index_name) from information_schema.statistics
                where table_schema = database() and seq_in_index = 1 and column_name <> 'tenant_id'""");
        wrong.removeIf(index -> PLATFORM.contains(index.substring(0, index.indexOf('.'))));
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyForeignKeyHoldsWithinATenant() throws SQLException {
        assertThat(strings("""
                select r.constraint_name from information_schema.referential_constraints r
                where r.constraint_schema = database()
                and not exists (select 1 from information_schema.key_column_usage k
                  where k.constraint_schema = r.constraint_schema and k.constraint_name = r.constraint_name
                  and k.table_name = r.table_name and k.column_name = 'tenant_id'
                  and k.referenced_column_name = 'tenant_id')""")).isEmpty();
    }

    @Test
    void everyHistoryTableIsPartitionedByTenant() throws SQLException {
        assertThat(strings("""
                select t.table_name from information_schema.tables t
                where t.table_schema = database() and t.table_name like '%\\_aud'
                and (select count(*) from information_schema.partitions p
                  where p.table_schema = t.table_schema and p.table_name = t.table_name) <> 16""")).isEmpty();
    }

    private static List<String> strings(String sql) throws SQLException {
        try (Connection connection = TestDatabase.connect();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
