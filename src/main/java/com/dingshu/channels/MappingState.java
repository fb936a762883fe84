package com.dingshu.channels;

/** The life of a mapping version. */
public enum MappingState {
    /** Being worked on; used by nothing but previews. */
    DRAFT,
    /** In use for everything that comes in. */
    CURRENT,
    /** Was in use; kept, because orders were made with it. */
    FORMER
}
