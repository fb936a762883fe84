-- The next free number of each sequence; numbers are taken in blocks.
CREATE TABLE id_block (
  name VARCHAR(100) NOT NULL PRIMARY KEY,
  next_val BIGINT NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
