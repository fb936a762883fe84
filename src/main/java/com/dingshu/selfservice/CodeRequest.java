package com.dingshu.selfservice;

import java.util.UUID;

/** What asking for a one-time code came to, the same for every telephone. */
public sealed interface CodeRequest {

    /** If somebody with that number ordered here, the code is on its way; it is entered under this id. */
    record Asked(UUID id) implements CodeRequest {}

    /** That cannot be a telephone number. */
    record NoNumber() implements CodeRequest {}

    /** Asked too often. */
    record TooMany() implements CodeRequest {}
}
