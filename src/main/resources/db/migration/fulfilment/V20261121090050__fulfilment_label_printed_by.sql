-- Who printed the label last.
ALTER TABLE fulfilment_order ADD COLUMN label_printed_by VARCHAR(120);
ALTER TABLE fulfilment_order_aud ADD COLUMN label_printed_by VARCHAR(120);
