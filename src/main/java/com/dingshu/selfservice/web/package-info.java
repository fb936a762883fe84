/** The customer's page as plain HTML: no script, no session, one style sheet. */
@NullMarked
package com.dingshu.selfservice.web;

import org.jspecify.annotations.NullMarked;
