/**
 * The marketplaces: every order arrives once, whatever the platform does. Signed pushes and pulls come in as raw payloads
 * that are kept untouched, are mapped by versioned data to the standard order model and handed to the orders module; what
 * cannot be understood waits in the raw inbox with its reason and can be repaired and rerun.
 */
@NullMarked
package com.dingshu.channels;

import org.jspecify.annotations.NullMarked;
