-- The amount from which an order is looked at has a currency: CNY=500000,USD=70000.
ALTER TABLE order_rules ADD COLUMN review_amounts VARCHAR(400) NOT NULL DEFAULT '';
ALTER TABLE order_rules_aud ADD COLUMN review_amounts VARCHAR(400);
UPDATE order_rules JOIN tenant ON order_rules.tenant_id = tenant.id
  SET review_amounts = CONCAT(tenant.currency, '=', review_amount_minor)
  WHERE review_amount_minor > 0;
ALTER TABLE order_rules DROP COLUMN review_amount_minor;
ALTER TABLE order_rules_aud DROP COLUMN review_amount_minor;
