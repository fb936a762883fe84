-- The merchant's people. A login is unique within its merchant only.
CREATE TABLE app_user (
  tenant_id           INT          NOT NULL,
  id                  BINARY(16)   NOT NULL,
  version             INT          NOT NULL,
  login               VARCHAR(40)  NOT NULL,
  name                VARCHAR(120) NOT NULL,
  roles               VARCHAR(400) NOT NULL,
  status              VARCHAR(10)  NOT NULL,
  language            VARCHAR(20)  NOT NULL,
  password_hash       VARCHAR(191) NOT NULL,
  password_changed_at DATETIME(6)  NOT NULL,
  access_version      INT          NOT NULL,
  created_at          DATETIME(6)  NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY uk_app_user_login (tenant_id, login),
  CONSTRAINT ck_app_user_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Without the password: history never holds a secret.
CREATE TABLE app_user_aud (
  tenant_id           INT        NOT NULL,
  id                  BINARY(16) NOT NULL,
  rev                 BIGINT     NOT NULL,
  revtype             TINYINT    NOT NULL,
  login               VARCHAR(40),
  name                VARCHAR(120),
  roles               VARCHAR(400),
  status              VARCHAR(10),
  language            VARCHAR(20),
  password_changed_at DATETIME(6),
  created_at          DATETIME(6),
  PRIMARY KEY (tenant_id, id, rev)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  PARTITION BY KEY (tenant_id) PARTITIONS 16;

-- When and where somebody signed in last; kept apart, so that signing in is no change of the person.
CREATE TABLE last_sign_in (
  tenant_id INT          NOT NULL,
  id        BINARY(16)   NOT NULL,
  at        DATETIME(6)  NOT NULL,
  device    VARCHAR(300) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT ck_last_sign_in_tenant CHECK (tenant_id > 0),
  CONSTRAINT fk_last_sign_in_user FOREIGN KEY (tenant_id, id) REFERENCES app_user (tenant_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
