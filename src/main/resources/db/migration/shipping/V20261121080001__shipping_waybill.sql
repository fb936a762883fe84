CREATE TABLE carrier_contract (
  tenant_id    INT            NOT NULL,
  id           BINARY(16)     NOT NULL,
  version      INT            NOT NULL,
  carrier      VARCHAR(16)    NOT NULL,
  partner_id   VARCHAR(64)    NOT NULL,
  monthly_card VARCHAR(32)    NOT NULL,
  secret       VARBINARY(500) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY uk_carrier_contract (tenant_id, carrier),
  CONSTRAINT ck_carrier_contract_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE carrier_contract_aud (
  tenant_id    INT        NOT NULL,
  id           BINARY(16) NOT NULL,
  rev          BIGINT     NOT NULL,
  revtype      TINYINT    NOT NULL,
  carrier      VARCHAR(16),
  partner_id   VARCHAR(64),
  monthly_card VARCHAR(32),
  secret       VARBINARY(500),
  PRIMARY KEY (tenant_id, id, rev)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  PARTITION BY KEY (tenant_id) PARTITIONS 16;

CREATE TABLE waybill (
  tenant_id         INT          NOT NULL,
  id                BINARY(16)   NOT NULL,
  version           INT          NOT NULL,
  parcel_id         BINARY(16)   NOT NULL,
  serial            INT          NOT NULL,
  carrier           VARCHAR(16)  NOT NULL,
  carrier_reference VARCHAR(64)  NOT NULL,
  reference         VARCHAR(64)  NOT NULL,
  sender_last_four  VARCHAR(4)   NOT NULL,
  state             VARCHAR(12)  NOT NULL,
  waybill_no        VARCHAR(40),
  label_service     VARCHAR(40),
  label_destination VARCHAR(40),
  label_detail      VARCHAR(60),
  problem           VARCHAR(300),
  requested_at      DATETIME(6)  NOT NULL,
  issued_at         DATETIME(6),
  cancelled_at      DATETIME(6),
  attempts          INT          NOT NULL,
  next_attempt_at   DATETIME(6),
  request           VARBINARY(8000),
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY uk_waybill_parcel (tenant_id, parcel_id, serial),
  UNIQUE KEY uk_waybill_reference (tenant_id, carrier, carrier_reference),
  UNIQUE KEY uk_waybill_no (tenant_id, carrier, waybill_no),
  KEY ix_waybill_due (tenant_id, next_attempt_at),
  CONSTRAINT ck_waybill_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE waybill_aud (
  tenant_id         INT        NOT NULL,
  id                BINARY(16) NOT NULL,
  rev               BIGINT     NOT NULL,
  revtype           TINYINT    NOT NULL,
  parcel_id         BINARY(16),
  serial            INT,
  carrier           VARCHAR(16),
  carrier_reference VARCHAR(64),
  reference         VARCHAR(64),
  sender_last_four  VARCHAR(4),
  state             VARCHAR(12),
  waybill_no        VARCHAR(40),
  label_service     VARCHAR(40),
  label_destination VARCHAR(40),
  label_detail      VARCHAR(60),
  problem           VARCHAR(300),
  requested_at      DATETIME(6),
  issued_at         DATETIME(6),
  cancelled_at      DATETIME(6),
  PRIMARY KEY (tenant_id, id, rev)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  PARTITION BY KEY (tenant_id) PARTITIONS 16;
