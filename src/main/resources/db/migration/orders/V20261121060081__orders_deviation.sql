-- Which other content of the channel a person was last asked about.
ALTER TABLE orders ADD COLUMN deviation VARBINARY(16);
