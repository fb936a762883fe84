-- One person of one merchant. Contact data is encrypted under data_key, which is wrapped by the merchant's key.
CREATE TABLE customer (
  tenant_id       INT            NOT NULL,
  id              BINARY(16)     NOT NULL,
  version         INT            NOT NULL,
  data_key        VARBINARY(255) NOT NULL,
  channel         VARCHAR(30)    NOT NULL,
  first_seen_at   DATETIME(6)    NOT NULL,
  contact         VARBINARY(4000),
  phone_index     VARBINARY(16),
  last_four_index VARBINARY(16),
  name_index      VARBINARY(16),
  fingerprint     VARBINARY(16),
  masked_name     VARCHAR(120)   NOT NULL,
  masked_phone    VARCHAR(60)    NOT NULL,
  masked_address  VARCHAR(300)   NOT NULL,
  country         VARCHAR(2)     NOT NULL,
  province        VARCHAR(60)    NOT NULL,
  city            VARCHAR(60)    NOT NULL,
  district        VARCHAR(60)    NOT NULL,
  PRIMARY KEY (tenant_id, id),
  KEY ix_customer_phone (tenant_id, phone_index),
  KEY ix_customer_last_four (tenant_id, last_four_index),
  KEY ix_customer_name (tenant_id, name_index),
  CONSTRAINT ck_customer_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE customer_aud (
  tenant_id       INT        NOT NULL,
  id              BINARY(16) NOT NULL,
  rev             BIGINT     NOT NULL,
  revtype         TINYINT    NOT NULL,
  channel         VARCHAR(30),
  first_seen_at   DATETIME(6),
  contact         VARBINARY(4000),
  phone_index     VARBINARY(16),
  last_four_index VARBINARY(16),
  name_index      VARBINARY(16),
  fingerprint     VARBINARY(16),
  masked_name     VARCHAR(120),
  masked_phone    VARCHAR(60),
  masked_address  VARCHAR(300),
  country         VARCHAR(2),
  province        VARCHAR(60),
  city            VARCHAR(60),
  district        VARCHAR(60),
  PRIMARY KEY (tenant_id, id, rev)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  PARTITION BY KEY (tenant_id) PARTITIONS 16;

-- By what a person is recognised: keyed hashes of channels' buyer keys and of telephone numbers.
CREATE TABLE customer_identity (
  tenant_id     INT         NOT NULL,
  id            BINARY(16)  NOT NULL,
  customer_id   BINARY(16)  NOT NULL,
  kind          VARCHAR(30) NOT NULL,
  key_index     VARBINARY(16)  NOT NULL,
  first_seen_at DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY uk_customer_identity (tenant_id, key_index),
  KEY ix_customer_identity_customer (tenant_id, customer_id),
  CONSTRAINT fk_customer_identity_customer FOREIGN KEY (tenant_id, customer_id) REFERENCES customer (tenant_id, id),
  CONSTRAINT ck_customer_identity_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
