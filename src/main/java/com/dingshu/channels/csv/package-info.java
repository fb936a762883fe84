/** Orders from files: CSV in any of the encodings that back offices export, and XLSX. */
@NullMarked
package com.dingshu.channels.csv;

import org.jspecify.annotations.NullMarked;
