/**
 * The marketplaces: every order arrives once, whatever the platform does. Signed pushes and pulls come in as raw payloads
 * that are kept untouched, are mapped by versioned data to the standard order model and handed to the orders module; what
 * cannot be understood waits in the raw inbox with its reason and can be repaired and rerun.
 *
 * <p>Tables: {@code raw_payload}, {@code raw_state}, {@code intake_alert}, {@code shop_connection}, {@code shop_sync},
 * {@code mapping_version}, {@code file_import}, {@code file_import_row}, {@code raw_attempt}, {@code intake_run}, {@code
 * intake_run_item}. Doors: {@link com.dingshu.channels.RawInbox}, {@link
 * com.dingshu.channels.InboxQueries}, {@link com.dingshu.channels.InboxRepair}, {@link com.dingshu.channels.Connections},
 * {@link com.dingshu.channels.Mappings}, {@link com.dingshu.channels.FileImports}, {@link com.dingshu.channels.IntakeRuns}. A marketplace is one subpackage that implements {@link
 * com.dingshu.channels.connect.Connector}. It never decides what becomes of an order: that is the orders' own affair.
 */
@ApplicationModule(displayName = "Channels")
@NullMarked
package com.dingshu.channels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
