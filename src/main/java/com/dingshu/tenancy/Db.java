package com.dingshu.tenancy;

import com.dingshu.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How values travel between Java and the columns of a gateway's statements: ids as 16 bytes, times in UTC. */
public final class Db {

    private Db() {}

    public static byte[] uuid(UUID id) {
        return Ids.bytes(id);
    }

    public static UUID uuid(ResultSet row, String column) throws SQLException {
        return Ids.uuid(row.getBytes(column));
    }

    public static @Nullable UUID uuidOrNull(ResultSet row, String column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? null : Ids.uuid(bytes);
    }

    public static LocalDateTime time(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    public static @Nullable LocalDateTime timeOrNull(@Nullable Instant at) {
        return at == null ? null : time(at);
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
}
