package com.dingshu.channels;

/** How far an import of a file is. */
public enum FileImportState {
    RUNNING,
    DONE,
    /** The file turned out unreadable. */
    REFUSED
}
