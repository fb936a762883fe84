package com.dingshu.uikit;

import java.util.List;

/**
 * What waits for a person in a module; beans of it are collected by the start page. Asked every few seconds by each open
 * start page, hence cheap, and bound to the person who looks: who cannot do anything about it gets nothing.
 */
public interface Concerns {

    List<Concern> now();

    /**
     * Something that does not go on without a person.
     *
     * @param level 3 when a customer or money is at risk now, 2 when it stands still, 1 for ordinary work
     * @param title the fact in a few words
     * @param detail since when, or what to do about it; may be empty
     * @param count how many, more than {@code counted} meaning that counting stopped there
     * @param path where they are listed, without a leading slash
     */
    record Concern(int level, String title, String detail, long count, long counted, String path) {}
}
