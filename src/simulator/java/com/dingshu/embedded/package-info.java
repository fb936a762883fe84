/**
 * Starts and stops a MariaDB server of one's own from the binaries in a jar on the class path: for the demo and for tests. Uses nothing but
 * the JDK, and is a program of its own, so that the database outlives the application and is found again when either of them was killed.
 */
@NullMarked
package com.dingshu.embedded;

import org.jspecify.annotations.NullMarked;
