-- What somebody has proved: a link, an order number with four digits, a telephone with a code. Only the token's hash is kept.
CREATE TABLE status_pass (
  tenant_id  INT          NOT NULL,
  id         BINARY(16)   NOT NULL,
  kind       VARCHAR(8)   NOT NULL,
  token_hash BINARY(32)   NOT NULL,
  order_id   BINARY(16),
  phone      VARBINARY(200),
  created_at DATETIME(6)  NOT NULL,
  expires_at DATETIME(6)  NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY uk_status_pass_token (tenant_id, token_hash),
  KEY ix_status_pass_expires (tenant_id, expires_at),
  CONSTRAINT ck_status_pass_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- One-time codes, hashed; written for known and unknown telephones alike.
CREATE TABLE status_code (
  tenant_id   INT            NOT NULL,
  id          BINARY(16)     NOT NULL,
  phone_index BINARY(16)     NOT NULL,
  phone       VARBINARY(200) NOT NULL,
  code_hash   BINARY(16)     NOT NULL,
  wrong       INT            NOT NULL,
  created_at  DATETIME(6)    NOT NULL,
  expires_at  DATETIME(6)    NOT NULL,
  used_at     DATETIME(6),
  PRIMARY KEY (tenant_id, id),
  KEY ix_status_code_phone (tenant_id, phone_index, created_at),
  KEY ix_status_code_expires (tenant_id, expires_at),
  CONSTRAINT ck_status_code_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Tries of one order number, existing or not, by a keyed hash of what was typed.
CREATE TABLE status_try (
  tenant_id INT         NOT NULL,
  id        BINARY(16)  NOT NULL,
  tries     INT         NOT NULL,
  first_at  DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  KEY ix_status_try_first (tenant_id, first_at),
  CONSTRAINT ck_status_try_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
