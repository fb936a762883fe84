-- Who among the merchant's people is told of what by SMS; the number lies encrypted.
CREATE TABLE alert_recipient (
  tenant_id    INT            NOT NULL,
  id           BINARY(16)     NOT NULL,
  version      INT            NOT NULL,
  name         VARCHAR(60)    NOT NULL,
  phone        VARBINARY(200) NOT NULL,
  phone_index  VARBINARY(16)  NOT NULL,
  phone_masked VARCHAR(40)    NOT NULL,
  language     VARCHAR(2)     NOT NULL,
  kinds        VARCHAR(200)   NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY uk_alert_recipient_phone (tenant_id, phone_index),
  CONSTRAINT ck_alert_recipient_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE alert_recipient_aud (
  tenant_id    INT        NOT NULL,
  id           BINARY(16) NOT NULL,
  rev          BIGINT     NOT NULL,
  revtype      TINYINT    NOT NULL,
  name         VARCHAR(60),
  phone        VARBINARY(200),
  phone_index  VARBINARY(16),
  phone_masked VARCHAR(40),
  language     VARCHAR(2),
  kinds        VARCHAR(200),
  PRIMARY KEY (tenant_id, id, rev)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  PARTITION BY KEY (tenant_id) PARTITIONS 16;

-- What people are to be told of and have not been yet; gone once it is in a message.
CREATE TABLE alert_item (
  tenant_id    INT         NOT NULL,
  id           BINARY(16)  NOT NULL,
  kind         VARCHAR(20) NOT NULL,
  order_id     BINARY(16)  NOT NULL,
  order_number VARCHAR(20) NOT NULL,
  happened_at  DATETIME(6) NOT NULL,
  sku_id       BINARY(16),
  wanted       INT         NOT NULL,
  available    INT         NOT NULL,
  PRIMARY KEY (tenant_id, id),
  KEY ix_alert_item_kind (tenant_id, kind, id),
  CONSTRAINT ck_alert_item_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- When the next message of a kind may go out: what comes before is gathered for it.
CREATE TABLE alert_window (
  tenant_id INT         NOT NULL,
  kind      VARCHAR(20) NOT NULL,
  next_at   DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, kind),
  CONSTRAINT ck_alert_window_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
