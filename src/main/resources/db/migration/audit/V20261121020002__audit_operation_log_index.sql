-- The log is read newest first, as a whole, by person, or interventions by hand alone.
ALTER TABLE operation_log
  ADD KEY ix_operation_log_actor (tenant_id, actor_id, id),
  ADD KEY ix_operation_log_manual (tenant_id, manual, id);
