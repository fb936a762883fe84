package com.dingshu.identity;

/** Why a change of somebody's account was refused. */
public enum UserRefusal {
    /** Not 2 to 40 letters, digits, dots, dashes and underscores. */
    LOGIN_MALFORMED,
    /** Somebody of this merchant has it. */
    LOGIN_TAKEN,
    NAME_MISSING,
    /** Nobody is without a role. */
    ROLE_MISSING,
    ROLE_UNKNOWN,
    /** The merchant would be left without an active owner. */
    LAST_OWNER,
    /** Under 10 characters. */
    PASSWORD_SHORT,
    /** Over 128 characters. */
    PASSWORD_LONG,
    /** Among the first that everybody tries: lists of common ones, the login, one character repeated. */
    PASSWORD_COMMON,
    /** The current password given does not fit. */
    PASSWORD_WRONG
}
