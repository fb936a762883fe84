/** What tests of all modules share: the database, the Spring test, situations. */
@NullMarked
package com.dingshu.testing;

import org.jspecify.annotations.NullMarked;
